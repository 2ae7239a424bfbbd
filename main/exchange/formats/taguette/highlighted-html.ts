import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Span, StructuredText } from '../../../../preload/contract/text.ts'
import { type BlockShape, TextBuilder } from '../../../import/text-builder.ts'
import { byteOffsets } from '../../foreign/arrived-text.ts'

const shapes: Readonly<Record<string, BlockShape>> = {
  ...{ p: { kind: 'paragraph' }, div: { kind: 'paragraph' }, blockquote: { kind: 'quotation' } },
  ...{ pre: { kind: 'preformatted' }, li: { kind: 'list-item', depth: 0, ordered: false } },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, { kind: 'heading', level }])),
}
const passedOver = new Set(['script', 'style', 'title', 'template'])

/** A document of Taguette as ours, with the way from its places to our offsets. */
export interface HighlightedHtml {
  text: StructuredText
  /** Places are UTF-8 bytes in the words without their tags. Undefined where nothing of them came in. */
  spanOf(start: number, end: number): Span | undefined
}

export function readHighlightedHtml(html: string): HighlightedHtml {
  const builder = new TextBuilder()
  const raw: string[] = []
  /** Where pieces begin in the raw words and in ours, ascending. */
  const pieces: { raw: number; own: number; length: number }[] = []
  let rawLength = 0
  // A stack of its own: markup may be nested deeper than calls can be.
  const waiting: (Tree.ChildNode | (() => void))[] = [...parse(html).childNodes].reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next === 'function') next()
    else if ('value' in next) take(next.value)
    else if ('tagName' in next && !passedOver.has(next.tagName)) {
      const shape = shapes[next.tagName]
      if (next.tagName === 'br' && builder.isOpen) builder.append('\n')
      if (shape) {
        builder.open(shape)
        waiting.push(() => builder.close())
      }
      for (const child of next.childNodes.toReversed()) waiting.push(child)
    }
  }
  const bytes = byteOffsets(raw.join(''))
  return {
    text: builder.finish(),
    spanOf(start, end) {
      const [from, to] = [bytes(start), bytes(end)]
      if (from === undefined || to === undefined) return undefined
      const span = { start: ownFrom(from), end: ownTo(to) }
      return span.start < span.end ? span : undefined
    },
  }

  function take(words: string): void {
    raw.push(words)
    // White space between blocks is no words of theirs, but Taguette counts it.
    if (words.trim() !== '' || builder.isOpen) {
      if (!builder.isOpen) builder.open({ kind: 'paragraph' })
      pieces.push({ raw: rawLength, own: builder.length, length: words.length })
      builder.append(words)
    }
    rawLength += words.length
  }

  /** Our offset at which what begins there begins: at the next words where these did not come in. */
  function ownFrom(at: number): number {
    const piece = pieces[firstAfter(at)]
    if (piece === undefined) return builder.length
    return piece.own + Math.max(0, at - piece.raw)
  }

  function ownTo(at: number): number {
    const piece = pieces[firstAfter(at - 1)]
    if (piece && piece.raw < at) return piece.own + (at - piece.raw)
    const before = pieces[firstAfter(at - 1) - 1]
    return before === undefined ? 0 : before.own + before.length
  }

  /** The first piece that ends after this place. */
  function firstAfter(at: number): number {
    let low = 0
    let high = pieces.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (pieces[middle]!.raw + pieces[middle]!.length > at) high = middle
      else low = middle + 1
    }
    return low
  }
}
