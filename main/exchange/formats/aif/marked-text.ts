import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Span } from '../../../../preload/contract/text.ts'

/** The words of OVA’s text, in which `<span id="node12">`, or `<span class="highlighted" id="12">`, marks where the words of a node stand. */
export interface MarkedText {
  text: string
  /** By node. */
  marks: ReadonlyMap<string, Span>
}

const blocks = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'tr'])

export function readMarkedText(html: string): MarkedText {
  const pieces: string[] = []
  const marks = new Map<string, Span>()
  let length = 0
  const append = (words: string): void => {
    pieces.push(words)
    length += words.length
  }
  const newLine = (): void => {
    if (length > 0 && !pieces.at(-1)!.endsWith('\n')) append('\n')
  }
  // A stack of its own: markup may be nested deeper than calls can be.
  const waiting: (Tree.ChildNode | (() => void))[] = [...parseFragment(html).childNodes].reverse()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next === 'function') next()
    else if ('value' in next) append(next.value.replace(/\r\n?/g, '\n'))
    else if ('tagName' in next) {
      const { tagName, attrs, childNodes } = next
      const stated = (wanted: string) => attrs.find(({ name }) => name === wanted)?.value ?? ''
      const id = stated('id')
      const isMark = /(?:^|\s)highlighted(?:\s|$)/.test(stated('class'))
      const node = /^node(.+)$/.exec(id)?.[1] ?? (isMark && id !== '' ? id : undefined)
      if (tagName === 'br') append('\n')
      if (blocks.has(tagName)) {
        newLine()
        waiting.push(newLine)
      }
      const start = length
      if (node !== undefined) {
        waiting.push(() => {
          if (length > start && !marks.has(node)) marks.set(node, { start, end: length })
        })
      }
      for (const child of childNodes.toReversed()) waiting.push(child)
    }
  }
  return { text: pieces.join('').toWellFormed(), marks }
}
