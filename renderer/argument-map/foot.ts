import type { MapNode } from '../../preload/contract/argument-map.ts'
import { isOfDocument } from '../../preload/contract/said-by.ts'
import { dateInWords } from '../store/date-in-words.ts'
import type { Measure } from './wrap.ts'

/** What stands at the foot of a box: who says it and when, where known, then what there is to know of it. */
export function footOf(node: MapNode): string {
  return footParts(node)
    .map(inWords)
    .filter((line) => line !== '')
    .join(' · ')
}

/** The same in lines no wider than `width`. A name or a title gives way. */
export function footLines(node: MapNode, width: number, measure: Measure): string[] {
  return footParts(node)
    .map((line) => fitted(line, width, measure))
    .filter((line) => line !== '')
}

/** `givesWay` is cut where there is no room; a mark, a date and the number beyond the map are not. */
interface Line {
  givesWay: string
  /** Of the same word group, as “(outlet)”. */
  mark: string
  stays: string
}

function footParts({ claim, first, mentions, answered, where, beyond }: MapNode): Line[] {
  const stated =
    mentions === 0 ? 'implicit' : mentions === 1 ? '1 mention' : `${mentions.toLocaleString('en')} mentions`
  const facts = claim === null ? where : `${stated} · ${answered ? 'answered' : 'not answered'}`
  const said = first && {
    givesWay: first.speaker,
    mark: isOfDocument(first) ? ` (${first.speakerFrom})` : '',
    stays: dateInWords(first.date),
  }
  return [
    ...(said ? [said] : []),
    { givesWay: facts, mark: '', stays: beyond > 0 ? `+${beyond.toLocaleString('en')} not shown` : '' },
  ]
}

function inWords({ givesWay, mark, stays }: Line): string {
  return [givesWay + mark, stays].filter((words) => words !== '').join(' · ')
}

function fitted(line: Line, width: number, measure: Measure): string {
  if (measure(inWords(line)) <= width) return inWords(line)
  const kept = [...letters.segment(line.givesWay)].map(({ segment }) => segment)
  const cut = () => inWords({ ...line, givesWay: `${kept.join('').trimEnd()}…` })
  while (kept.length > 1 && measure(cut()) > width) kept.pop()
  return cut()
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
