import { Files } from 'lucide-react'
import { useMemo } from 'react'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { useKey } from '../../commands/key-choices.ts'
import { openCopiesAt } from '../../store/copies/copies.ts'
import { alsoIn } from '../../store/copies/copy-groups.ts'
import { countOf } from '../../store/counting.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Tooltip } from '../../ui/Tooltip.tsx'
import './also-in.css'

/** In how many other documents a passage stands nearly word for word; nothing where in none. */
export function AlsoIn({ documentId, spans }: { documentId: DocumentId; spans: readonly Span[] }) {
  const copies = useWorkbench((state) => state.copies)
  const key = useKey('copy.here')
  const start = spans[0]?.start ?? 0
  const end = spans.at(-1)?.end ?? start
  const documents = useMemo(
    () => (copies ? alsoIn(copies, documentId, { start, end }).documents : 0),
    [copies, documentId, start, end],
  )
  if (documents === 0) return null
  return (
    <p className="also-in">
      <Tooltip text="Show the copies" shortcut={key} placement="bottom">
        <Button look="quiet" icon={Files} onPress={() => openCopiesAt(documentId, { start, end })}>
          {`Stands also in ${countOf(documents, 'document')}`}
        </Button>
      </Tooltip>
    </p>
  )
}

/** The same for the caret, or for what is selected, while no annotation is in focus. */
export function AlsoAtCaret({ side }: { side: PaneSide }) {
  const selected = useWorkbench((state) => (state.selected?.side === side ? state.selected : null))
  if (!selected) return null
  const { documentId, span, caret } = selected
  return <AlsoIn documentId={documentId} spans={[span ?? { start: caret, end: caret }]} />
}
