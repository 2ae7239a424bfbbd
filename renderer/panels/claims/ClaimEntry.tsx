import type { CSSProperties, MouseEvent, ReactNode } from 'react'
import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import { whoSays } from '../../store/argument/who-says.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { documentIn } from '../../store/documents/documents.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { TagSwatch } from '../../ui/Tag.tsx'

export interface ClaimEntryProps {
  /** Its name among the entries of the card. */
  row: string
  date: string
  /** Goes to the passage; `beside` with Shift, Ctrl or Cmd. */
  onOpen: (beside: boolean) => void
  className?: string
  style?: CSSProperties
  children: ReactNode
}

/** One line of a card: when, and what. */
export function ClaimEntry({ row, date, onOpen, className = '', style, children }: ClaimEntryProps) {
  const open = (event: MouseEvent) => onOpen(event.shiftKey || event.ctrlKey || event.metaKey)
  return (
    <button type="button" className={`claim-entry ${className}`} style={style} data-row={row} onClick={open}>
      <span className="claim-entry-date">{dateInWords(date)}</span>
      <span className="claim-entry-words">{children}</span>
    </button>
  )
}

/** The words of a passage. */
export function Quote({ hit }: { hit: AnnotationHit }) {
  return (
    <q className="claim-quote" dir="auto">
      {hit.quote.join(' … ')}
    </q>
  )
}

/** Whose passage it is (without a speaker or a named turn the author’s or outlet’s), how it is tagged, and in which document it stands. */
export function Source({ hit }: { hit: AnnotationHit }) {
  const speaker = useWorkbench((state) => whoSays(hit, state.speakers))
  const tag = useWorkbench((state) => state.tags.find(({ id }) => id === hit.tagId))
  const document = useWorkbench((state) => documentIn(state.documents, hit.documentId))
  const isAuthor = document !== undefined && document.author !== ''
  const own = isAuthor ? document.author : document?.outlet
  return (
    <span className="claim-source" dir="auto">
      {speaker !== '' ? (
        <strong>{speaker}</strong>
      ) : (
        own && (
          <span>
            {own} ({isAuthor ? 'author' : 'outlet'})
          </span>
        )
      )}
      <span>{hit.documentTitle}</span>
      {tag && (
        <span>
          <TagSwatch color={tag.color} /> {tag.name}
        </span>
      )}
    </span>
  )
}
