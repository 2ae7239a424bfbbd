import { ArrowDown, ArrowUp, Download, ListFilter, Pencil, Trash2 } from 'lucide-react'
import { deleteCollection, moveCollectionByOne } from '../../commands/collections.ts'
import { changeListView, chooseDocuments, isIn } from '../../store/documents/document-list.ts'
import { showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { MenuItem, MenuSeparator } from '../../ui/Menu.tsx'

/** What can be done with a collection. */
export function CollectionMenuItems({ name }: { name: string }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const members = () =>
    workbench
      .getState()
      .documents.filter((document) => isIn(document, name))
      .map(({ id }) => id)
  return (
    <>
      <MenuItem icon={ListFilter} onAction={() => changeListView({ collection: name })}>
        Show only this
      </MenuItem>
      <MenuItem onAction={() => chooseDocuments(members())}>Choose all in it</MenuItem>
      <MenuItem icon={Download} onAction={() => showDialog({ kind: 'export', documentIds: members() })}>
        Export these…
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={ArrowUp} shortcut="Alt+Shift+Up" onAction={() => moveCollectionByOne(name, -1)}>
        Move up
      </MenuItem>
      <MenuItem icon={ArrowDown} shortcut="Alt+Shift+Down" onAction={() => moveCollectionByOne(name, 1)}>
        Move down
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={Pencil}
        isDisabled={readOnly}
        onAction={() => showDialog({ kind: 'rename-collection', name })}
      >
        Rename collection…
      </MenuItem>
      <MenuItem
        icon={Trash2}
        isDanger
        isDisabled={readOnly}
        onAction={() => deleteCollection(name).catch(showFailure)}
      >
        Delete collection, keep its documents
      </MenuItem>
    </>
  )
}
