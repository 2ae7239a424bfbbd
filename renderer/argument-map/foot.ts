import type { MapNode } from '../../preload/contract/argument-map.ts'
import { saidByInWords } from '../../preload/contract/said-by.ts'
import { dateInWords } from '../store/date-in-words.ts'
import { type Measure, wrapped } from './wrap.ts'

/** What stands at the foot of a box: who says it and when, where known, then what there is to know of it. */
export function footOf(node: MapNode): string {
  return footParts(node)
    .flat()
    .filter((words) => words !== '')
    .join(' · ')
}

/** The same in lines no wider than `width`. A name or a title gives way; a date and the number beyond the map stay. */
export function footLines(node: MapNode, width: number, measure: Measure): string[] {
  return footParts(node)
    .map(([first, last]) => fitted(first, last, width, measure))
    .filter((line) => line !== '')
}

type Line = readonly [givesWay: string, stays: string]

function footParts({ claim, first, mentions, answered, where, beyond }: MapNode): [said: Line, facts: Line] {
  const stated =
    mentions === 0 ? 'implicit' : mentions === 1 ? '1 mention' : `${mentions.toLocaleString('en')} mentions`
  const facts = claim === null ? where : `${stated} · ${answered ? 'answered' : 'not answered'}`
  return [
    first ? [saidByInWords(first), dateInWords(first.date)] : ['', ''],
    [facts, beyond > 0 ? `+${beyond.toLocaleString('en')} not shown` : ''],
  ]
}

function fitted(first: string, last: string, width: number, measure: Measure): string {
  if (first === '') return wrapped(last, width, 1, measure)[0] ?? ''
  const after = last === '' ? '' : ` · ${last}`
  return `${wrapped(first, width - measure(after), 1, measure)[0] ?? ''}${after}`
}
