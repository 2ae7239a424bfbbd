import { hashOf } from '../../content-hash.ts'
import type { Dataset } from '../../dataset.ts'
import { mustGoOn } from '../../target.ts'
import { BorrowedWords, holdRuns } from './borrowed-words.ts'
import { ownWordsOf, toLookThrough } from './own-words.ts'
import type { Terms } from './terms.ts'

/** What one look through all texts tells. */
export interface Prepared {
  /** Without the examples that hold words of a text that is withheld. */
  dataset: Dataset
  /** Documents whose texts are the same but for case and white space; those of one list. */
  sameTexts: string[][]
  /** Claims whose statement holds words of a text that is withheld, by id. */
  hiddenStatements: Set<string>
  /** In UTF-16 code units. */
  lengths: ReadonlyMap<string, number>
  /** Sentences on words of withheld texts that go out all the same. */
  notes: string[]
}

/** What is said of the texts, and which words of our own are those of a text that is withheld. */
export async function prepare(
  dataset: Dataset,
  { withheld, method }: Pick<Terms, 'withheld' | 'method'>,
  { signal }: { signal: AbortSignal },
): Promise<Prepared> {
  const lengths = new Map<string, number>()
  const texts = new Map<string, string[]>()
  const own =
    withheld.size === 0 ? [] : [...ownWordsOf(dataset, method)].filter(({ words }) => holdRuns(words))
  const borrowed = new BorrowedWords(
    withheld.size === 0
      ? []
      : [
          ...own.map(({ words }) => words),
          ...dataset.claims.map(({ statement }) => statement),
          ...dataset.tags.flatMap(({ examples }) => examples),
        ],
  )
  let wholeTitles = 0

  for (const [at, { id, title }] of dataset.documents.entries()) {
    if (at % 50 === 0) {
      mustGoOn(signal)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { text } = dataset.textOf(id)
    lengths.set(id, text.length)
    const plain = inOneLine(text)
    // Of spaces alone too: whoever checks the folder sees that their hashes are the same.
    if (text !== '') {
      const hash = hashOf(plain === '' ? text : plain)
      const same = texts.get(hash)
      if (same) same.push(id)
      else texts.set(hash, [id])
    }
    if (!withheld.has(id)) continue
    borrowed.look(text)
    const called = inOneLine(title).replace(/…$/, '')
    if (called !== '' && plain.includes(called) && plain.length <= 2 * called.length) wholeTitles += 1
  }
  return {
    dataset: {
      ...dataset,
      tags: dataset.tags.map((tag) => ({
        ...tag,
        examples: tag.examples.filter((example) => !borrowed.has(example)),
      })),
    },
    sameTexts: [...texts.values()].filter((ids) => ids.length > 1),
    hiddenStatements: new Set(
      dataset.claims.filter(({ statement }) => borrowed.has(statement)).map(({ id }) => id),
    ),
    lengths,
    notes: toLookThrough(
      own.filter(({ words }) => borrowed.has(words)),
      wholeTitles,
    ),
  }
}

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()
