import { X } from 'lucide-react'
import { changeListView } from '../../store/documents/document-list.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { statuses } from './StatusSign.tsx'

/** Words to narrow the list by, and what else narrows it now. */
export function DocumentsFilter() {
  const { words, status, collection } = useWorkbench((state) => state.documentList)
  const statusTitle = statuses.find(({ id }) => id === status)?.title
  return (
    <div className="documents-filter">
      <SearchField
        aria-label="Filter documents"
        placeholder="Filter"
        value={words}
        onChange={(typed) => changeListView({ words: typed })}
      />
      {(statusTitle !== undefined || collection !== null) && (
        <p className="documents-chips">
          {statusTitle !== undefined && (
            <Chip words={statusTitle} onRemove={() => changeListView({ status: null })} />
          )}
          {collection !== null && (
            <Chip
              words={collection === '' ? 'In no collection' : collection}
              onRemove={() => changeListView({ collection: null })}
            />
          )}
        </p>
      )}
    </div>
  )
}

function Chip({ words, onRemove }: { words: string; onRemove: () => void }) {
  return (
    <Button
      look="quiet"
      className="documents-chip"
      aria-label={`${words}: show others too`}
      onPress={onRemove}
    >
      <span>{words}</span> <Icon of={X} size={12} />
    </Button>
  )
}
