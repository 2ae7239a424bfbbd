import type { Span } from '../../../../preload/contract/text.ts'
import { codePointsOf } from '../../code-points.ts'
import { countBelow } from '../../foreign/arrived-text.ts'

/** A text file of brat’s, as a project keeps texts, and the way from its offsets to those of the project. */
export interface RawText {
  text: string
  /** From code points of the file to UTF-16 code units of the text; undefined outside the file. */
  toSpan(span: { start: number; end: number }): Span | undefined
}

/**
 * brat counts every character of the file, a byte order mark and the CR of CRLF among them; a project has neither.
 * `exact` is for what our own export wrote, where nothing is to be changed.
 */
export function rawText(content: string, exact: boolean): RawText {
  const points = codePointsOf(content)
  // Where characters are left out of the text, in UTF-16 code units of the file.
  const dropped: number[] = []
  if (!exact) {
    if (content.startsWith('\ufeff')) dropped.push(0)
    for (let at = content.indexOf('\r\n'); at >= 0; at = content.indexOf('\r\n', at + 2)) dropped.push(at)
  }
  const toOffset = (offset: number): number | undefined => {
    const there = points.toUtf16(offset)
    return there === undefined ? undefined : there - countBelow(dropped, there)
  }
  return {
    text: exact ? content : content.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'),
    toSpan(span) {
      const start = toOffset(span.start)
      const end = toOffset(span.end)
      return start === undefined || end === undefined ? undefined : { start, end }
    },
  }
}
