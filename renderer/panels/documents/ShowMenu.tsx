import { ListFilter } from 'lucide-react'
import { useMemo } from 'react'
import type { DocumentStatus } from '../../../preload/contract/document.ts'
import { changeListView, countStatuses, isNarrowed } from '../../store/documents/document-list.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { MenuButton, MenuItem, MenuSection } from '../../ui/Menu.tsx'
import { statuses } from './StatusSign.tsx'
import { useCollections } from './use-collections.ts'

/** Which documents are shown: by status, by collection; and whether they stand in groups. */
export function ShowMenu() {
  const view = useWorkbench((state) => state.documentList)
  const documents = useWorkbench((state) => state.documents)
  const isTable = useWorkbench((state) => state.middle === 'table')
  const collections = useCollections()
  const counts = useMemo(() => countStatuses(documents), [documents])
  const show = (status: DocumentStatus | null) => changeListView({ status })
  const within = (collection: string | null) => changeListView({ collection })
  return (
    <MenuButton
      label="Which documents are shown"
      placement="bottom end"
      trigger={
        <IconButton
          icon={ListFilter}
          label="Show"
          className={isNarrowed({ ...view, words: '' }) ? 'documents-narrowed' : ''}
          isDisabled={documents.length === 0}
        />
      }
    >
      <MenuSection title="Status">
        <MenuItem isOneOf isChecked={view.status === null} onAction={() => show(null)}>
          All
        </MenuItem>
        {statuses.map(({ id, title }) => (
          <MenuItem key={id} isOneOf isChecked={view.status === id} onAction={() => show(id)}>
            {`${title} (${counts[id].toLocaleString('en')})`}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection title="Collection">
        <MenuItem isOneOf isChecked={view.collection === null} onAction={() => within(null)}>
          All collections
        </MenuItem>
        {collections.map(({ name, count: inIt }) => (
          <MenuItem key={name} isOneOf isChecked={view.collection === name} onAction={() => within(name)}>
            {`${name} (${inIt.toLocaleString('en')})`}
          </MenuItem>
        ))}
        <MenuItem isOneOf isChecked={view.collection === ''} onAction={() => within('')}>
          In no collection
        </MenuItem>
      </MenuSection>
      {!isTable && (
        <MenuSection title="List">
          <MenuItem isChecked={view.grouped} onAction={() => changeListView({ grouped: !view.grouped })}>
            Group by collection
          </MenuItem>
        </MenuSection>
      )}
    </MenuButton>
  )
}
