import type { ReactNode } from 'react'
import type { Span } from '../../../preload/contract/text.ts'

/** Words with some of them lit. `lit`: in order, from the beginning of the words. */
export function LitWords({ words, lit }: { words: string; lit: readonly Span[] }) {
  const parts: ReactNode[] = []
  let at = 0
  for (const { start, end } of lit) {
    parts.push(words.slice(at, start), <mark key={start}>{words.slice(start, end)}</mark>)
    at = end
  }
  return (
    <q className="answer-words" dir="auto">
      {parts}
      {words.slice(at)}
    </q>
  )
}
