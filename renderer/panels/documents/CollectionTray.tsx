import { FolderPlus, Library } from 'lucide-react'
import { type DragEvent, type ReactNode, useState } from 'react'
import { collect } from '../../commands/collections.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { takeDragged } from './list-dragging.ts'
import { useCollections } from './use-collections.ts'

/** Where dragged documents are dropped into a collection; there only while some are dragged. By key: the menu. */
export function CollectionTray() {
  const dragged = useWorkbench((state) => state.dragged)
  const collections = useCollections()
  if (dragged.length === 0) return null
  return (
    <div className="collection-tray" aria-hidden>
      <p>Drop {countOf(dragged.length, 'document')} into</p>
      <ul>
        {collections.map(({ name }) => (
          <DropPlace key={name} onDrop={() => collect(takeDragged(), name).catch(showFailure)}>
            <Icon of={Library} size={14} /> {name}
          </DropPlace>
        ))}
        <DropPlace onDrop={() => showDialog({ kind: 'new-collection', documentIds: takeDragged() })}>
          <Icon of={FolderPlus} size={14} /> New collection…
        </DropPlace>
      </ul>
    </div>
  )
}

function DropPlace({ onDrop, children }: { onDrop: () => void; children: ReactNode }) {
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    onDrop()
  }
  return (
    <li data-over={isOver || undefined} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      {children}
    </li>
  )
}
