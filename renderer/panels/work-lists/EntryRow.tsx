import { useEffect } from 'react'
import type { WorkListRow } from '../../../preload/contract/work-list.ts'
import { drawAt } from '../../store/argument/work-lists.ts'
import { countOf } from '../../store/counting.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { TagSwatch } from '../../ui/Tag.tsx'
import { whyInWords } from './in-words.ts'

export interface EntryRowProps {
  /** Undefined until it is there. */
  row: WorkListRow | undefined
  /** In the list, from 0. */
  at: number
  isCurrent: boolean
}

/** An entry: its words, where it stands and who says it, and why it is listed. */
export function EntryRow({ row, at, isCurrent }: EntryRowProps) {
  const isKnown = row !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is not known any more is asked for again
  useEffect(() => drawAt(at), [at, isKnown])
  return (
    <div className="middle-row work-list-entry" data-current={isCurrent || undefined}>
      {row && (
        <>
          <Words row={row} />
          <span className="middle-row-facts work-list-facts">
            <span className="work-list-why">{whyInWords(row.why)}</span>
            <Facts row={row} />
          </span>
        </>
      )}
    </div>
  )
}

function Words({ row }: { row: WorkListRow }) {
  const title = useWorkbench((state) =>
    row.kind === 'document' ? state.documents.find(({ id }) => id === row.id)?.title : undefined,
  )
  const isQuote = row.kind === 'annotation'
  const words = isQuote ? row.hit.quote.join(' … ') : row.kind === 'claim' ? row.statement : title
  return (
    <span className="middle-row-words" data-quote={isQuote || undefined} dir="auto">
      {words}
    </span>
  )
}

function Facts({ row }: { row: WorkListRow }) {
  const tags = useWorkbench((state) => state.tags)
  const documents = useWorkbench((state) => state.documents)
  if (row.kind === 'claim') {
    const title = row.at && documents.find(({ id }) => id === row.at?.documentId)?.title
    return (
      <>
        {row.at && row.mentions > 1 && <span>{countOf(row.mentions, 'mention')}</span>}
        {row.at && row.at.voice !== '' && <span dir="auto">{row.at.voice}</span>}
        {title && (
          <span className="work-list-document" dir="auto">
            {title}
          </span>
        )}
        {row.at && <span>{dateInWords(row.at.date)}</span>}
      </>
    )
  }
  if (row.kind === 'annotation') {
    const tag = tags.find(({ id }) => id === row.hit.tagId)
    return (
      <>
        {tag && (
          <span className="work-list-tag">
            <TagSwatch color={tag.color} /> {tag.name}
          </span>
        )}
        {row.voice !== '' && <span dir="auto">{row.voice}</span>}
        <span className="work-list-document" dir="auto">
          {row.hit.documentTitle}
        </span>
        <span>{dateInWords(row.hit.documentDate)}</span>
      </>
    )
  }
  const document = documents.find(({ id }) => id === row.id)
  return (
    <>
      {document?.metadata.outlet && <span dir="auto">{document.metadata.outlet}</span>}
      {document?.metadata.author && <span dir="auto">{document.metadata.author}</span>}
      <span>{dateInWords(document?.date ?? '')}</span>
    </>
  )
}
