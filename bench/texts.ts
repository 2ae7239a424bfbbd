import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { proseOf } from './text-view/prose.ts'

/** What the bench reads: texts by file name, which of them is the largest, and another one. Numbers are their order. */
export interface BenchTexts {
  texts: Record<string, string>
  largest: number
  other: number
  /** What they are, for the head of the table. */
  words: string
}

const corpus = join(import.meta.dirname, '../../shared/corpus/diplomacy')

/** Real texts where they lie beside the checkout, else generated prose of about the same length. */
export function benchTexts(): BenchTexts {
  const isReal = existsSync(corpus)
  const texts = isReal
    ? Object.fromEntries(
        readdirSync(corpus)
          .filter((name) => name.endsWith('.txt'))
          .map((name) => [name, readFileSync(join(corpus, name), 'utf8')]),
      )
    : Object.fromEntries(
        [500, 350, 2600, 400, 3400].map((words) => [`prose-${words}.txt`, proseOf(words).text]),
      )
  const lengths = Object.values(texts).map((text) => text.length)
  const largest = lengths.indexOf(Math.max(...lengths))
  return {
    texts,
    largest,
    other: largest === 0 ? 1 : 0,
    words: `${lengths.length} ${isReal ? 'real' : 'generated'} texts, the largest of ${Math.max(...lengths)} characters`,
  }
}
