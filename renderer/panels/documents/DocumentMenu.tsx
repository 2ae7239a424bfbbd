import { useState } from 'react'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ContextMenu } from '../../ui/Menu.tsx'
import { CollectionMenuItems } from './CollectionMenuItems.tsx'
import { DocumentMenuItems } from './DocumentMenuItems.tsx'

/** What the menu is about, and where in the window it opens, in CSS pixels. */
export type DocumentMenuAt = { at: { x: number; y: number } } & (
  | { kind: 'documents'; ids: DocumentId[] }
  | { kind: 'collection'; name: string }
)

export interface DocumentMenuProps {
  menu: DocumentMenuAt | null
  onClose: () => void
  isInTable?: boolean
}

/** What can be done with documents of the list or the table, or with a collection. */
export function DocumentMenu({ menu, onClose, isInTable = false }: DocumentMenuProps) {
  const documents = useWorkbench((state) => state.documents)
  // It closes with its words still in it: taken away while open, its submenu would leave the window inert.
  const [last, setLast] = useState(menu)
  if (menu && menu !== last) setLast(menu)
  if (!last) return null
  const at = menu?.at ?? null
  if (last.kind === 'collection') {
    return (
      <ContextMenu label={`Collection ${last.name}`} at={at} onClose={onClose}>
        <CollectionMenuItems name={last.name} />
      </ContextMenu>
    )
  }
  const wanted = new Set(last.ids)
  const meant = at ? documents.filter(({ id }) => wanted.has(id)) : []
  const label = meant.length === 1 && meant[0] ? meant[0].title : `${meant.length} documents`
  return (
    <ContextMenu label={label} at={meant.length > 0 ? at : null} onClose={onClose}>
      <DocumentMenuItems documents={meant} isInTable={isInTable} />
    </ContextMenu>
  )
}
