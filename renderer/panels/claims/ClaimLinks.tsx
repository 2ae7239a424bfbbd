import { ArrowLeft, ArrowLeftRight, ArrowRight } from 'lucide-react'
import { useState } from 'react'
import type { ClaimCard, ClaimLink } from '../../../preload/contract/claim.ts'
import { openEnd } from '../../commands/claims.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { ShowMore } from '../../ui/ShowMore.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import { readFromHere } from '../inspector/EndWords.tsx'
import { ClaimEntry, Quote, Source } from './ClaimEntry.tsx'

const mostAtOnce = 50

export interface ClaimLinksProps {
  card: ClaimCard
  stance: ClaimLink['stance']
  none: string
}

/** What others say to a claim, or it to others: links of the claim and of its mentions, by date. */
export function ClaimLinks({ card, stance, none }: ClaimLinksProps) {
  const [all, setAll] = useState(false)
  const links = card.links.filter((one) => one.stance === stance)
  const shown = all ? links : links.slice(0, mostAtOnce)
  const left = links.length - shown.length
  if (links.length === 0) return <p className="claims-quiet">{none}</p>
  return (
    <>
      <ol className="claim-entries">
        {shown.map((one) => (
          <li key={one.link.id}>
            <LinkEntry one={one} mentionWords={wordsOfMention(card, one)} />
          </li>
        ))}
      </ol>
      <ShowMore left={left} rows="[data-row]" onPress={() => setAll(true)}>
        {`Show ${left.toLocaleString('en')} more`}
      </ShowMore>
    </>
  )
}

function LinkEntry({ one, mentionWords }: { one: ClaimLink; mentionWords: string | null }) {
  const { link, outgoing, other, otherClaim, attacked } = one
  const type = useWorkbench((state) => state.linkTypes.find(({ id }) => id === link.linkTypeId))
  if (!type) return null
  const row = `link ${link.id}`
  const end = outgoing ? link.target : link.source
  const arrow = type.symmetric ? ArrowLeftRight : outgoing ? ArrowRight : ArrowLeft
  return (
    <ClaimEntry
      row={row}
      date={other.kind === 'annotation' ? other.annotation.documentDate : ''}
      className="claim-link tag-colored"
      style={tagColor(type.color)}
      onOpen={(beside) => openEnd(row, end, beside).catch(showFailure)}
    >
      <span className="claim-link-type">
        <Icon of={arrow} size={13} /> {readFromHere(type, outgoing)}
      </span>
      {other.kind === 'annotation' ? (
        <>
          <Quote hit={other.annotation} />
          <Source hit={other.annotation} />
        </>
      ) : (
        <>
          <span className="claim-quote" dir="auto">
            {other.kind === 'claim' ? other.statement : other.words}
          </span>
          <span className="claim-source">{other.kind === 'claim' ? 'A claim' : 'A link'}</span>
        </>
      )}
      <span className="claim-source" dir="auto">
        <span>{mentionWords === null ? 'Of the claim itself' : `Of the mention “${mentionWords}”`}</span>
        {otherClaim && <span>States “{otherClaim.statement}”</span>}
        {attacked > 0 && (
          <span className="claim-attacked">
            {countOf(attacked, 'link')} {attacked === 1 ? 'stands' : 'stand'} against this step
          </span>
        )}
      </span>
      {link.note !== '' && (
        <span className="claim-link-note" dir="auto">
          {link.note}
        </span>
      )}
    </ClaimEntry>
  )
}

const longestWords = 80

/** The words of the mention that a link ends at, cut short; null where it ends at the claim itself. */
function wordsOfMention({ mentions }: ClaimCard, { mention }: ClaimLink): string | null {
  if (mention === null) return null
  const words = mentions.find(({ id }) => id === mention)?.quote.join(' … ') ?? ''
  return words.length > longestWords ? `${words.slice(0, longestWords).trimEnd()}…` : words
}
