import { Pin } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { Compared, Passage } from '../../../preload/contract/copy.ts'
import { changeCopiesView } from '../../store/copies/copies.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { goToSpan, otherSide } from '../../store/places.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { ComparedWords } from './ComparedWords.tsx'
import { Verdict } from './Verdict.tsx'

export interface CopyPassageProps {
  passage: Passage
  words: string
  /** Null for the one that the others are compared with. */
  compared: Compared | null
  /** Makes it that one. */
  onCompare: () => void
}

/** One of the copies: where it stands, how it differs, and its words with the differences lit. */
export function CopyPassage({ passage, words, compared, onCompare }: CopyPassageProps) {
  const document = useWorkbench((state) => state.documents.find(({ id }) => id === passage.documentId))
  const row = `${passage.documentId} ${passage.span.start}`
  const open = (event: MouseEvent) => {
    const beside = event.shiftKey || event.ctrlKey || event.metaKey
    changeCopiesView({ row })
    const { activeSide } = workbench.getState()
    goToSpan(passage.documentId, passage.span, beside ? otherSide(activeSide) : activeSide).catch(showFailure)
  }
  return (
    <div className="copy-passage" data-source={compared === null || undefined}>
      <div className="copy-passage-head">
        <button type="button" className="copy-where" data-row={row} onClick={open} dir="auto">
          <strong>{document?.title}</strong>
          {document?.outlet && <span>{document.outlet}</span>}
          {document?.date && <span>{dateInWords(document.date)}</span>}
        </button>
        {compared ? (
          <Verdict compared={compared} />
        ) : (
          <span className="compared-sign">The others against this</span>
        )}
        {compared && (
          <IconButton
            icon={Pin}
            label={`Compare the others with this one: ${document?.title ?? ''}`}
            onPress={onCompare}
          />
        )}
      </div>
      <div className="copy-words">
        {compared ? <ComparedWords parts={compared.parts} /> : <span dir="auto">{words}</span>}
      </div>
    </div>
  )
}
