import type { MergedSpeakers, SplitSpeaker } from '../../../preload/contract/speaker.ts'
import { countOf } from '../../store/counting.ts'

const listed = new Intl.ListFormat('en')
const quoted = (names: readonly string[]) => listed.format(names.map((name) => `“${name}”`))
const verb = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** What a merging of speakers changes, a sentence each. */
export function speakersMergedInWords({ passages, memos, names, between }: MergedSpeakers): string[] {
  return [
    passages === 0
      ? 'No passage changes its speaker.'
      : `${countOf(passages, 'passage')} ${verb(passages, 'gets', 'get')} this speaker.`,
    ...(names.length > 0 ? [`It goes by ${quoted(names)} too.`] : []),
    ...(memos > 0 ? [`${countOf(memos, 'memo')} ${verb(memos, 'moves', 'move')} over.`] : []),
    ...(between > 0
      ? [
          `${countOf(between, 'link')} ${verb(between, 'sets', 'set')} passages of theirs against each other: they would answer themselves. Are they really one?`,
        ]
      : []),
  ]
}

/** The same of a splitting. */
export function speakerSplitInWords({ passages, passagesLeft, variants, namesLeft }: SplitSpeaker): string[] {
  return [
    `${countOf(passages, 'passage')} ${verb(passages, 'gets', 'get')} the new speaker; ${passagesLeft.toLocaleString('en')} ${verb(passagesLeft, 'stays', 'stay')}.`,
    ...(variants.length > 0 ? [`The new one goes by ${quoted(variants)} too.`] : []),
    `The other one goes by ${quoted(namesLeft)}, and keeps the memos.`,
  ]
}
