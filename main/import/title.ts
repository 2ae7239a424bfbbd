import { withoutEnding } from './formats.ts'

/** A title is shortened to this, in UTF-16 code units; a line that ends as a sentence is no headline beyond it. */
const longestTitle = 120
/** A headline is no longer than this. */
const longestHeadline = 160

/** How many lines from the top a headline is looked for. */
const headLines = 30

const dateLine =
  /^\p{L}{0,9},?\s*(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:st|nd|rd|th|\.)?\s+\p{L}{3,12},?\s+\d{4}|\p{L}{3,12}\.?\s+\d{1,2},?\s+\d{4})$/u
const contactLine = /^(?:[+(\d][\d\s()/.-]+|\S+@\S+\.\S+|(?:https?:\/\/|www\.)\S+|.*\b\d{1,2}[:.]\d{2})$/

/**
 * What to call a plain text: its first line if that can be a headline; else the line under a date near the top, as
 * web pages copied with their head have it; else the file’s name if that has words; else the first line, shortened.
 */
export function titleOfText(text: string, fileName: string): string {
  const head = firstLines(text, headLines)
  const first = head[0]
  if (first !== undefined && isHeadline(first)) return first
  const underDate = placeUnderDate(head)
  if (underDate > 0) return head[underDate]!
  return first === undefined || hasWords(fileName) ? titleOfName(fileName) : shorten(first)
}

/** The line with a date right above the headline near the top, where the text is called by that; else ''. */
export function dateLineOfTitle(text: string): string {
  const head = firstLines(text, headLines)
  if (head[0] === undefined || isHeadline(head[0])) return ''
  return head[placeUnderDate(head) - 1] ?? ''
}

/** -1 where no headline stands under a date. */
function placeUnderDate(head: readonly string[]): number {
  return head.findIndex(
    (line, i) => i > 0 && dateLine.test(head[i - 1]!) && isHeadline(line) && line.split(' ').length >= 3,
  )
}

/** The file’s name without its ending, on one line. */
export function titleOfName(fileName: string): string {
  return oneLine(withoutEnding(fileName)) || 'Untitled'
}

/** Runs of white space and controls as single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

function isHeadline(line: string): boolean {
  return (
    line.length <= (/[.…]$/u.test(line) ? longestTitle : longestHeadline) &&
    /\p{L}/u.test(line) &&
    !line.endsWith(':') &&
    !dateLine.test(line) &&
    !contactLine.test(line)
  )
}

/** A name made of words, not of a number or a hash. */
function hasWords(fileName: string): boolean {
  return withoutEnding(fileName)
    .split(/[^\p{L}\p{N}]+/u)
    .some((part) => /^\p{L}{3,}$/u.test(part) && !/^[a-f]+$/i.test(part))
}

/** What a source itself calls its title is kept up to here. */
export const longestStatedTitle = 300

/** At a space, with an ellipsis; a title that fits stays as it is. */
export function shorten(title: string, longest = longestTitle): string {
  if (title.length <= longest) return title
  const cut = title
    .slice(0, longest - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
  const space = cut.lastIndexOf(' ')
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/u, '')}…`
}

/** The first lines with something in them, tidied; a line is looked at no further than a headline is long. */
function firstLines(text: string, count: number): string[] {
  const lines: string[] = []
  for (let start = 0; start <= text.length && lines.length < count; ) {
    const end = text.indexOf('\n', start)
    const stop = end < 0 ? text.length : end
    const line = oneLine(text.slice(start, Math.min(stop, start + 1000)))
    if (line !== '') lines.push(line)
    start = stop + 1
  }
  return lines
}
