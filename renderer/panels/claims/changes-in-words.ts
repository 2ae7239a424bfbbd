import type { MergedClaims, SplitClaim } from '../../../preload/contract/claim.ts'
import { countOf } from '../../store/counting.ts'

const mostTold = 5

/** What a merging of claims changes, a sentence each. */
export function mergeInWords(merged: MergedClaims): string[] {
  const { mentions, links, loops, doubles, linksOnto, within, memos, notes, statements } = merged
  const moved = [
    mentions > 0 && countOf(mentions, 'mention'),
    links > 0 && countOf(links, 'link'),
    memos > 0 && countOf(memos, 'memo'),
  ].filter((words) => words !== false)
  return [
    moved.length > 0
      ? `${listed.format(moved)} ${onlyOne(mentions + links + memos) ? 'moves' : 'move'} over.`
      : '',
    notes > 0 ? `${countOf(notes, 'note')} ${verb(notes, 'is', 'are')} added to its note.` : '',
    ...told(loops, (link) => `A link goes, since it would join the claim with itself: ${link}`),
    ...told(doubles, (link) => `A link goes, since the claim has it already: ${link}`),
    linksOnto > 0 ? `${countOf(linksOnto, 'link')} onto these ${verb(linksOnto, 'goes', 'go')} too.` : '',
    within > 0
      ? `${countOf(within, 'link')} now ${verb(within, 'joins', 'join')} two mentions of this one claim; ${verb(within, 'it stays', 'they stay')}.`
      : '',
    ...told(statements, (statement) => `This statement goes: “${statement}”`),
  ].filter((words) => words !== '')
}

/** The same of a splitting. */
export function splitInWords({ mentions, links, mentionsLeft, linksLeft }: SplitClaim): string[] {
  return [
    `${countOf(mentions, 'mention')} ${verb(mentions, 'goes', 'go')} to the new claim${links > 0 ? `, with ${countOf(links, 'link')} of ${verb(mentions, 'its', 'their')} own` : ''}.`,
    mentionsLeft === 0
      ? 'The claim is left without a mention: it is implicit then.'
      : `${countOf(mentionsLeft, 'mention')} ${verb(mentionsLeft, 'stays', 'stay')}.`,
    linksLeft > 0
      ? `${countOf(linksLeft, 'link')} of the claim itself, its note and its memos stay with it.`
      : 'Its note and its memos stay with it.',
  ]
}

const listed = new Intl.ListFormat('en')
const onlyOne = (count: number): boolean => count === 1
const verb = (count: number, one: string, many: string): string => (count === 1 ? one : many)

function told(all: readonly string[], sentence: (one: string) => string): string[] {
  const shown = all.slice(0, mostTold).map(sentence)
  return all.length > mostTold ? [...shown, `And ${all.length - mostTold} more like this.`] : shown
}
