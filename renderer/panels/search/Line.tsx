import { memo } from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { ConcordanceLine } from '../../../preload/contract/search.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { isMostlyRightToLeft } from '../../document/text/direction.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { TagSwatch } from '../../ui/Tag.tsx'

export interface LineProps {
  id: string
  /** In the list, from 0. */
  place: number
  /** Null until all are counted. */
  count: number | null
  /** In CSS pixels. */
  top: number
  /** Undefined until it is there. */
  line: ConcordanceLine | undefined
  document: DocumentSummary | undefined
  /** Of the annotations that its hit is in or touches. */
  tagIds: readonly TagId[]
  /** The codebook. */
  tags: readonly Tag[]
  isCurrent: boolean
  isChosen: boolean
}

/** A hit in its line. Each hit begins at the same place; in scripts that run from right to left all is mirrored. */
export const Line = memo(function Line(props: LineProps) {
  const { id, place, count, top, line, document, tagIds, tags, isCurrent, isChosen } = props
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, aria-activedescendant stands for it
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-posinset={place + 1}
      aria-setsize={count ?? -1}
      data-index={place}
      data-current={isCurrent || undefined}
      className="search-line"
      style={{ transform: `translateY(${top}px)` }}
    >
      {line && (
        <>
          <span className="search-text" dir={isRightToLeft(line) ? 'rtl' : 'ltr'}>
            <span className="search-left">
              <span>{line.left}</span>
            </span>
            <span className="search-right">
              <mark>{line.hit}</mark>
              {line.right}
            </span>
          </span>
          <TagsOfHit tags={tagIds.length === 0 ? [] : tags.filter(({ id }) => tagIds.includes(id))} />
          <span className="search-document" title={document?.title}>
            {document?.title}
          </span>
          <span className="search-date">{document && dateInWords(document.date)}</span>
        </>
      )}
    </div>
  )
})

/** The first by its name too: a colour alone tells nothing to who cannot tell it from the next. */
function TagsOfHit({ tags }: { tags: readonly Tag[] }) {
  const [first] = tags
  if (!first) return <span />
  const words = `Tagged as ${tags.map(({ name }) => name).join(', ')}`
  return (
    <span role="img" aria-label={words} title={words} className="search-tags">
      <TagSwatch color={first.color} />
      <span className="search-tag-name">{first.name}</span>
      {tags.length > 1 && <span>+{tags.length - 1}</span>}
    </span>
  )
}

/** By most of its letters: a foreign word in a text does not turn its line round. */
const isRightToLeft = ({ left, hit, right }: ConcordanceLine) => isMostlyRightToLeft(left + hit + right)
