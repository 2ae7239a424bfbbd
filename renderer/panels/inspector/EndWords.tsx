import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { DescribedEnd } from '../../../preload/contract/link.ts'
import type { LinkType } from '../../../preload/contract/link-type.ts'
import { whoSays } from '../../store/argument/who-says.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { documentIn } from '../../store/documents/documents.ts'
import { whoseDocument } from '../../store/documents/whose-document.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { TagSwatch } from '../../ui/Tag.tsx'
import { tellIfCut } from '../../ui/tell-if-cut.ts'

/** A directed type reads “rebuts” from its source and “… rebuts this” from its target. */
export function readFromHere(type: LinkType, outgoing: boolean, here = 'this'): string {
  return type.symmetric || outgoing ? type.name : `… ${type.name} ${here}`
}

// No line begins with it.
const dot = '\u00a0· '

/** The words at an end, and where they stand: tag, document, who says it, day. */
export function EndWords({ end }: { end: DescribedEnd }) {
  const tags = useWorkbench((state) => state.tags)
  const speakers = useWorkbench((state) => state.speakers)
  const documents = useWorkbench((state) => state.documents)
  if (end.kind === 'claim') return <CutWords words={end.statement} />
  if (end.kind === 'link') return <CutWords words={end.words} />
  const { annotation } = end
  const tag = tags.find((one) => one.id === annotation.tagId)
  const speaker = whoSays(annotation, speakers)
  return (
    <>
      <q className="link-row-words" dir="auto" onPointerEnter={tellIfCut}>
        {annotation.quote.join(' … ')}
      </q>
      <span className="link-row-place">
        {tag && <TagSwatch color={tag.color} />}
        {`${tag?.name ?? ''}${dot}`}
        {annotation.documentTitle}
        {speaker ? `${dot}${speaker}` : <Whose document={documentIn(documents, annotation.documentId)} />}
        {annotation.documentDate !== '' && (
          <>
            {dot}
            <span>{dateInWords(annotation.documentDate)}</span>
          </>
        )}
      </span>
    </>
  )
}

/** Nobody is set to speak: whose document it is, which need not be who says it. */
function Whose({ document }: { document: DocumentSummary | undefined }) {
  const whose = whoseDocument(document)
  return whose === '' ? null : <em>{`${dot}${whose}`}</em>
}

function CutWords({ words }: { words: string }) {
  return (
    <span className="link-row-words" dir="auto" onPointerEnter={tellIfCut}>
      {words}
    </span>
  )
}

/** What stands at an end, in words. */
export function wordsOf(end: DescribedEnd): string {
  if (end.kind === 'annotation') return end.annotation.quote.join(' … ')
  return end.kind === 'claim' ? end.statement : end.words
}
