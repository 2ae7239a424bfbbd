import { ArrowDown, ArrowUp, BookOpen, Columns2, Info, Trash2 } from 'lucide-react'
import type { DocumentStatus, DocumentSummary } from '../../../preload/contract/document.ts'
import { changeDocument, moveDocuments } from '../../commands/edit-document.ts'
import { showFailure } from '../../store/notices.ts'
import { openDocument, otherSide } from '../../store/places.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ContextMenu, MenuItem, MenuSection, MenuSeparator } from '../../ui/Menu.tsx'
import { statuses } from './StatusSign.tsx'

export interface DocumentMenuAt {
  document: DocumentSummary
  at: { x: number; y: number }
}

export interface DocumentMenuProps {
  menu: DocumentMenuAt | null
  onClose: () => void
  /** Only there can a document be moved among the others. */
  inProjectOrder: boolean
}

/** What can be done with one document of the list. */
export function DocumentMenu({ menu, onClose, inProjectOrder }: DocumentMenuProps) {
  const documents = useWorkbench((state) => state.documents)
  const side = useWorkbench((state) => state.activeSide)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const document = documents.find(({ id }) => id === menu?.document.id)
  if (!document) return null
  const { id, status } = document
  const index = documents.indexOf(document)
  const move = (beforeId: typeof id | null) => moveDocuments([id], beforeId).catch(showFailure)
  const mark = (chosen: DocumentStatus) => changeDocument(id, { status: chosen }).catch(showFailure)
  return (
    <ContextMenu label={document.title} at={menu?.at ?? null} onClose={onClose}>
      <MenuItem icon={BookOpen} shortcut="Enter" onAction={() => openDocument(id, side).catch(showFailure)}>
        Open
      </MenuItem>
      <MenuItem
        icon={Columns2}
        shortcut="CmdOrCtrl+Enter"
        onAction={() => openDocument(id, otherSide(side)).catch(showFailure)}
      >
        Open beside
      </MenuItem>
      <MenuItem icon={Info} onAction={() => showDialog({ kind: 'document-details', documentId: id })}>
        Details…
      </MenuItem>
      <MenuSection title="Status">
        {statuses.map((one) => (
          <MenuItem
            key={one.id}
            isChecked={one.id === status}
            isDisabled={readOnly}
            onAction={() => mark(one.id)}
          >
            {one.title}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSeparator />
      <MenuItem
        icon={ArrowUp}
        isDisabled={readOnly || !inProjectOrder || index === 0}
        onAction={() => move(documents[index - 1]!.id)}
      >
        Move up
      </MenuItem>
      <MenuItem
        icon={ArrowDown}
        isDisabled={readOnly || !inProjectOrder || index === documents.length - 1}
        onAction={() => move(documents[index + 2]?.id ?? null)}
      >
        Move down
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={Trash2}
        isDanger
        isDisabled={readOnly}
        shortcut="Delete"
        onAction={() => showDialog({ kind: 'delete-documents', documentIds: [id] })}
      >
        Delete…
      </MenuItem>
    </ContextMenu>
  )
}
