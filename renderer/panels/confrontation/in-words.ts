import type { ConfrontationColumns } from '../../../preload/contract/confrontation.ts'
import type { ConfrontationView } from '../../store/argument/confrontation-view.ts'
import { countOf } from '../../store/counting.ts'

type Counts = Pick<ConfrontationColumns, 'claim' | 'claims' | 'cards' | 'unanswered' | 'others'>

/** Claims that have a card, and passages tagged as a claim that state none of these: “3 claims and 1 claim passage without a card”. */
function claimsInWords(cards: number, passages: number): string[] {
  const parts = [
    cards > 0 && countOf(cards, 'claim'),
    passages > 0 && `${countOf(passages, 'claim passage')} without a card`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? [countOf(0, 'claim')] : parts
}

const shownInWords = ({ claim }: Counts): string[] => {
  const cards = claim.reduce((count, thing) => count + Number(thing > 0), 0)
  return claimsInWords(cards, claim.length - cards)
}

/** How many claims stand in the view, for its bar; '' where nothing does. */
export function countInWords(
  counts: Counts,
  { show, only }: Pick<ConfrontationView, 'show' | 'only'>,
): string {
  const { claims, cards, unanswered, others } = counts
  const ofAll = `of ${claims.toLocaleString('en')} in all`
  if (only !== null) return ofAll
  if (show !== 'all') return `${listed(shownInWords(counts))}, ${ofAll}`
  if (claims + others === 0) return ''
  return [
    listed(claimsInWords(cards, claims - cards)),
    claims > 0 && (unanswered === 0 ? 'all answered' : `${unanswered.toLocaleString('en')} not answered`),
    others > 0 && countOf(others, 'other answered passage'),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What goes into a copy of the view, in a sentence. */
export function copyInWords(
  counts: Counts | null | undefined,
  { show, only }: Pick<ConfrontationView, 'show' | 'only'>,
): string {
  if (only !== null) return 'One claim, as the view shows it.'
  if (!counts) return 'All that the view shows.'
  const { claims, cards, others } = counts
  if (show !== 'all')
    return `${listed(shownInWords(counts))}, ${show === 'answered' ? 'answered' : 'not answered'}, as the view shows them.`
  const parts = claimsInWords(cards, claims - cards)
  if (others > 0) parts.push(countOf(others, 'other answered passage'))
  return `${listed(parts)}, as the view shows them.`
}

const listed = (parts: readonly string[]): string => new Intl.ListFormat('en-GB').format(parts)
