import type { StructuredText } from './text.ts'

/**
 * What is wrong with a structured text, as sentences; empty when it keeps every rule of the model:
 * well-formed Unicode without `\r`; blocks in order that cover the text exactly, each one `\n` after the one
 * before; marks and breaks inside the text; no end of anything between the two halves of a surrogate pair.
 * Stops after the first ten.
 */
export function checkStructure({ text, blocks, marks, breaks }: StructuredText): string[] {
  const problems: string[] = []
  const object = (problem: string) => {
    if (problems.length < 10) problems.push(problem)
  }
  const splitsPair = (at: number) => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))

  if (!text.isWellFormed()) object('The text holds half a surrogate pair.')
  if (text.includes('\r')) object('The text holds a carriage return.')

  let expected = 0
  blocks.forEach(({ start, end }, i) => {
    if (start !== expected) object(`Block ${i + 1} starts at ${start} where ${expected} was expected.`)
    if (end < start) object(`Block ${i + 1} ends before it starts.`)
    if (end < text.length && text[end] !== '\n') object(`Block ${i + 1} does not end at a line end.`)
    expected = end + 1
  })
  if (blocks.length === 0) object('There is no block.')
  else if (expected !== text.length + 1)
    object(`The blocks end at ${expected - 1}, the text at ${text.length}.`)

  marks.forEach(({ start, end }, i) => {
    if (start < 0 || start > end || end > text.length) object(`Mark ${i + 1} leaves the text.`)
    if (splitsPair(start) || splitsPair(end)) object(`Mark ${i + 1} splits a surrogate pair.`)
  })
  breaks.forEach(({ at }, i) => {
    if (at < 0 || at > text.length) object(`Break ${i + 1} leaves the text.`)
    if (splitsPair(at)) object(`Break ${i + 1} splits a surrogate pair.`)
  })
  return problems
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
