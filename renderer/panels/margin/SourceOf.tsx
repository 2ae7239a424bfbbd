import type { DescribedEnd } from '../../../preload/contract/link.ts'
import { whoSays } from '../../store/argument/who-says.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { withDots } from '../../store/with-dots.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { tellIfCut } from '../../ui/tell-if-cut.ts'

/** Where an end stands: document, speaker, date. A claim and a link stand in no document. */
export function SourceOf({ end }: { end: DescribedEnd }) {
  const speakers = useWorkbench((state) => state.speakers)
  if (end.kind === 'claim') return <span className="margin-source">A claim</span>
  if (end.kind === 'link') return <span className="margin-source">A link</span>
  const { documentTitle, documentDate } = end.annotation
  const speaker = whoSays(end.annotation, speakers)
  return (
    <span className="margin-source" dir="auto" onPointerEnter={tellIfCut}>
      {withDots([documentTitle, speaker, dateInWords(documentDate)])}
    </span>
  )
}
