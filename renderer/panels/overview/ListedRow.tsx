import type { DescribedEnd } from '../../../preload/contract/link.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { Quote, Source } from '../claims/ClaimEntry.tsx'

/** A passage or a link in a list; nothing until it is known. */
export function ListedRow({ end }: { end: DescribedEnd | undefined }) {
  if (!end) return <div className="listed-row" />
  if (end.kind !== 'annotation') {
    const [type = '', ...ends] = end.kind === 'link' ? end.words.split(': ') : ['', end.statement]
    return (
      <div className="listed-row">
        <span className="listed-type">{type}</span>
        <span className="listed-words" dir="auto">
          {ends.join(': ')}
        </span>
      </div>
    )
  }
  return (
    <div className="listed-row">
      <span className="listed-date">{dateInWords(end.annotation.documentDate)}</span>
      <span className="listed-words">
        <Quote hit={end.annotation} />
        <Source hit={end.annotation} />
      </span>
    </div>
  )
}
