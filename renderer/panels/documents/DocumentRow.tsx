import { CircleDashed } from 'lucide-react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { countOf } from '../../store/counting.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { withDots } from '../../store/with-dots.ts'
import { Icon } from '../../ui/Icon.tsx'
import { StatusSign } from './StatusSign.tsx'

/** One document: its title, when and where it appeared, how far the work is, and what in it waits for an answer. */
export function DocumentRow({ document, isActive }: { document: DocumentSummary; isActive: boolean }) {
  const { title, outlet, author, date, status } = document
  const source = withDots([dateInWords(date), outlet || author])
  return (
    <div className="document-row" data-active={isActive || undefined} data-status={status}>
      <StatusSign status={status} />
      <span className="document-title" title={title} dir="auto" lang={document.language || undefined}>
        {title}
      </span>
      <span className="document-source">{source}</span>
      {document.claims > 0 && <Claims claims={document.claims} unanswered={document.unanswered} />}
    </div>
  )
}

/** Claim passages that nothing stands against yet, with an open ring; where there are none, how many claim passages. */
function Claims({ claims, unanswered }: { claims: number; unanswered: number }) {
  const words =
    unanswered > 0
      ? `${unanswered.toLocaleString('en')} of ${countOf(claims, 'claim passage')} ${unanswered === 1 || claims === 1 ? 'has' : 'have'} no counter`
      : `${countOf(claims, 'claim passage')}, ${claims === 1 ? 'with' : 'each with'} a counter`
  return (
    <span className="document-claims" data-open={unanswered > 0 || undefined} title={words}>
      <span className="ui-hidden">{words}</span>
      <span aria-hidden>
        {unanswered > 0 && <Icon of={CircleDashed} size={12} />}
        {unanswered > 0
          ? `${unanswered.toLocaleString('en')} open`
          : `${claims.toLocaleString('en')} answered`}
      </span>
    </span>
  )
}
