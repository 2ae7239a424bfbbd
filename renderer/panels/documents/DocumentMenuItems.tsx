import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  BookOpen,
  Columns2,
  Download,
  FileText,
  FolderPlus,
  Info,
  Library,
  Trash2,
} from 'lucide-react'
import { collectionsOf } from '../../../preload/contract/collections.ts'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { collect, uncollect } from '../../commands/collections.ts'
import { markDocuments, moveByOne, moveDocuments } from '../../commands/edit-document.ts'
import { useKey } from '../../commands/key-choices.ts'
import { showFailure } from '../../store/notices.ts'
import { openDocument, otherSide } from '../../store/places.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { MenuItem, MenuSection, MenuSeparator, Submenu } from '../../ui/Menu.tsx'
import { statuses } from './StatusSign.tsx'
import { useCollections } from './use-collections.ts'

export interface DocumentMenuItemsProps {
  /** In project order. */
  documents: readonly DocumentSummary[]
  /** In the table Enter writes into a cell and Delete empties it. */
  isInTable: boolean
}

/** What can be done with one document, or with all that are chosen. */
export function DocumentMenuItems({ documents, isInTable }: DocumentMenuItemsProps) {
  const side = useWorkbench((state) => state.activeSide)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const detailsKey = useKey('document.metadata')
  const originalKey = useKey('document.original')
  const [first] = documents
  if (!first) return null
  const ids = documents.map(({ id }) => id)
  const isOne = documents.length === 1
  const status = documents.every((document) => document.status === first.status) ? first.status : null
  return (
    <>
      {isOne && (
        <>
          <MenuItem
            icon={BookOpen}
            shortcut={isInTable ? 'CmdOrCtrl+Enter' : 'Enter'}
            onAction={() => openDocument(first.id, side).catch(showFailure)}
          >
            Open
          </MenuItem>
          <MenuItem
            icon={Columns2}
            shortcut={isInTable ? 'CmdOrCtrl+Shift+Enter' : 'CmdOrCtrl+Enter'}
            onAction={() => openDocument(first.id, otherSide(side)).catch(showFailure)}
          >
            Open beside
          </MenuItem>
        </>
      )}
      <MenuItem
        icon={Info}
        shortcut={detailsKey}
        onAction={() => showDialog({ kind: 'document-details', documentIds: ids })}
      >
        {isOne ? 'Details…' : `Details of ${documents.length} documents…`}
      </MenuItem>
      {isOne && (
        <MenuItem
          icon={FileText}
          shortcut={originalKey}
          onAction={() => showDialog({ kind: 'original', documentId: first.id })}
        >
          Show the original…
        </MenuItem>
      )}
      <MenuSection title="Status">
        {statuses.map((one) => (
          <MenuItem
            key={one.id}
            isOneOf
            isChecked={one.id === status}
            isDisabled={readOnly}
            onAction={() => markDocuments(ids, one.id).catch(showFailure)}
          >
            {one.title}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSeparator />
      <CollectionsSubmenu documents={documents} isDisabled={readOnly} />
      <MenuItem
        icon={FolderPlus}
        isDisabled={readOnly}
        onAction={() => showDialog({ kind: 'new-collection', documentIds: ids })}
      >
        Put into a new collection…
      </MenuItem>
      <PlaceSubmenu documents={documents} isDisabled={readOnly} isInTable={isInTable} />
      <MenuItem icon={Download} onAction={() => showDialog({ kind: 'export', documentIds: ids })}>
        {isOne ? 'Export this…' : 'Export these…'}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={Trash2}
        isDanger
        isDisabled={readOnly}
        shortcut={isInTable ? undefined : 'Delete'}
        onAction={() => showDialog({ kind: 'delete-documents', documentIds: ids })}
      >
        {isOne ? 'Delete…' : `Delete ${documents.length} documents…`}
      </MenuItem>
    </>
  )
}

interface SubmenuProps {
  documents: readonly DocumentSummary[]
  isDisabled: boolean
}

/**
 * A mark stands where all are in; choosing that takes them out, any other puts all in. Nothing here opens a dialog: from
 * a submenu that would leave the window inert behind it.
 */
function CollectionsSubmenu({ documents, isDisabled }: SubmenuProps) {
  const collections = useCollections()
  const ids = documents.map(({ id }) => id)
  const areIn = (name: string) => documents.every(({ metadata }) => collectionsOf(metadata).includes(name))
  const toggle = (name: string) =>
    (areIn(name) ? uncollect(ids, name) : collect(ids, name)).catch(showFailure)
  return (
    <Submenu title="Collections" icon={Library} isDisabled={isDisabled || collections.length === 0}>
      {collections.map(({ name }) => (
        <MenuItem key={name} isChecked={areIn(name)} onAction={() => toggle(name)}>
          {name}
        </MenuItem>
      ))}
    </Submenu>
  )
}

/** The project’s order is the order of reading. */
function PlaceSubmenu({ documents, isDisabled, isInTable }: SubmenuProps & { isInTable: boolean }) {
  const all = useWorkbench((state) => state.documents)
  const isProjectOrder = useWorkbench((state) => state.documentList.order === 'project')
  const ids = documents.map(({ id }) => id)
  const moved = new Set(ids)
  const toTop = all.find(({ id }) => !moved.has(id))?.id
  return (
    <Submenu title="Move" icon={ArrowUp} isDisabled={isDisabled || !isProjectOrder || toTop === undefined}>
      <MenuItem
        icon={ArrowUp}
        shortcut={isInTable ? undefined : 'Alt+Shift+Up'}
        onAction={() => moveByOne(ids, -1).catch(showFailure)}
      >
        Up
      </MenuItem>
      <MenuItem
        icon={ArrowDown}
        shortcut={isInTable ? undefined : 'Alt+Shift+Down'}
        onAction={() => moveByOne(ids, 1).catch(showFailure)}
      >
        Down
      </MenuItem>
      <MenuItem icon={ArrowUpToLine} onAction={() => moveDocuments(ids, toTop ?? null).catch(showFailure)}>
        To the beginning
      </MenuItem>
      <MenuItem icon={ArrowDownToLine} onAction={() => moveDocuments(ids, null).catch(showFailure)}>
        To the end
      </MenuItem>
    </Submenu>
  )
}
