import { hashOf } from '../../content-hash.ts'
import type { Dataset } from '../../dataset.ts'
import { mustGoOn } from '../../target.ts'
import type { Terms } from './terms.ts'

/** What one look through all texts tells. */
export interface Prepared {
  /** Without the examples that stand word for word in a text that is withheld. */
  dataset: Dataset
  /** Documents whose texts are the same but for case and white space; those of one list. */
  sameTexts: string[][]
  /** Claims whose statement is the words of a withheld text that they are stated in, by id. */
  hiddenStatements: Set<string>
  /** In UTF-16 code units. */
  lengths: ReadonlyMap<string, number>
}

/** Shorter words than these are nobody’s. In UTF-16 code units. */
const shortestHidden = 20

/** Whether any of the words of our own are those of a text that is withheld: then they do not go out either. */
export async function prepare(
  dataset: Dataset,
  { withheld }: Pick<Terms, 'withheld'>,
  { signal }: { signal: AbortSignal },
): Promise<Prepared> {
  const lengths = new Map<string, number>()
  const texts = new Map<string, string[]>()
  const hiddenStatements = new Set<string>()
  const hiddenExamples = new Set<string>()
  const examples = [...new Set(dataset.tags.flatMap((tag) => tag.examples))].filter(isLong)
  const claimsIn = Map.groupBy(dataset.annotations, ({ document }) => document)
  const statements = new Map(dataset.claims.map(({ id, statement }) => [id, statement]))

  for (const [at, { id }] of dataset.documents.entries()) {
    if (at % 50 === 0) {
      mustGoOn(signal)
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { text } = dataset.textOf(id)
    lengths.set(id, text.length)
    const plain = inOneLine(text)
    if (plain !== '') {
      const same = texts.get(hashOf(plain))
      if (same) same.push(id)
      else texts.set(hashOf(plain), [id])
    }
    if (!withheld.has(id)) continue
    for (const example of examples) if (plain.includes(inOneLine(example))) hiddenExamples.add(example)
    for (const claim of new Set((claimsIn.get(id) ?? []).map((one) => one.claim))) {
      const statement = claim === null ? '' : statements.get(claim)!
      if (claim !== null && isLong(statement) && plain.includes(inOneLine(statement)))
        hiddenStatements.add(claim)
    }
  }
  return {
    dataset: {
      ...dataset,
      tags: dataset.tags.map((tag) => ({
        ...tag,
        examples: tag.examples.filter((example) => !hiddenExamples.has(example)),
      })),
    },
    sameTexts: [...texts.values()].filter((ids) => ids.length > 1),
    ...{ hiddenStatements, lengths },
  }
}

const isLong = (words: string): boolean => words.trim().length >= shortestHidden

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase()
