import { claimWording } from '../../preload/contract/claim-wording.ts'
import type { ClaimId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import { fold, wordsOf } from './words.ts'

/** A claim found, the words it shares with what was asked, and how like it is: from 0 to 1, the same words. */
export interface Found {
  id: ClaimId
  likeness: number
  /** Where the shared words stand in the statement, in order, apart from each other. */
  shared: Span[]
}

export type ClaimIndex = ReturnType<typeof createClaimIndex>

/**
 * Which claims have words in common with a passage, from an inverted index: what is asked costs as much as there are
 * claims with those words. A word counts the more the fewer claims have it, and a short one, which mostly belongs to the
 * grammar, a quarter; the likeness is the cosine of the angle between both texts so weighed, each word counted once.
 */
export function createClaimIndex() {
  const statements = new Map<
    ClaimId,
    { statement: string; folded: string; letters: string; keys: string[] }
  >()
  const having = new Map<string, Set<ClaimId>>()

  function remove(id: ClaimId): void {
    for (const key of statements.get(id)?.keys ?? []) {
      const ids = having.get(key)
      ids?.delete(id)
      if (ids?.size === 0) having.delete(key)
    }
    statements.delete(id)
  }

  /** Adds a claim, or takes note of its new statement. */
  function put(id: ClaimId, statement: string): void {
    remove(id)
    const keys = [...new Set(wordsOf(statement).map(({ key }) => key))]
    statements.set(id, { statement, folded: ` ${fold(statement)}`, letters: lettersOf(statement), keys })
    for (const key of keys) {
      const ids = having.get(key)
      if (ids) ids.add(id)
      else having.set(key, new Set([id]))
    }
  }

  const weightOf = (key: string) =>
    Math.log(1 + statements.size / (having.get(key)?.size ?? 1)) * (isShort(key) ? 0.25 : 1)
  const lengthOf = (keys: Iterable<string>) => {
    let sum = 0
    for (const key of keys) sum += weightOf(key) ** 2
    return Math.sqrt(sum)
  }

  /** Of all claims that share a word with the text: how like they are. */
  function likenesses(keys: ReadonlySet<string>): Map<ClaimId, number> {
    const products = new Map<ClaimId, number>()
    for (const key of keys) {
      const ids = having.get(key)
      if (!ids) continue
      const weight = weightOf(key) ** 2
      for (const id of ids) products.set(id, (products.get(id) ?? 0) + weight)
    }
    const own = lengthOf(keys)
    for (const [id, product] of products) {
      products.set(id, product / (own * lengthOf(statements.get(id)!.keys)))
    }
    return products
  }

  /** Those in whose statement each word begins one. */
  function withWords(words: readonly string[]): ClaimId[] {
    const found: ClaimId[] = []
    for (const [id, { folded }] of statements) {
      if (words.every((word) => beginsWord(folded, word))) found.push(id)
    }
    return found
  }

  /**
   * First those that are worded as what was typed, or as one of the lines of the text; then those that differ from it in
   * accents and signs alone; then the likest to the text; of equals the one made last. With words: only those that hold each, also
   * such as share nothing with the text.
   */
  function find(text: string, words: string, limit: number): Found[] {
    const keys = new Set(wordsOf(text).map(({ key }) => key))
    const likeness = likenesses(keys)
    const wanted = plainWords(words)
    const asked = [words, ...text.split('\n')]
    const sameLetters = new Set(asked.map(lettersOf))
    sameLetters.delete('')
    const wordings = new Set(asked.map(claimWording))
    const samenessOf = (id: ClaimId) => {
      const { statement, letters } = statements.get(id)!
      if (!sameLetters.has(letters)) return 0
      return wordings.has(claimWording(statement)) ? 2 : 1
    }
    const ids = wanted.length === 0 ? [...likeness.keys()] : withWords(wanted)
    return ids
      .map((id) => ({ id, likeness: Math.min(1, likeness.get(id) ?? 0), sameness: samenessOf(id) }))
      .sort((a, b) => b.sameness - a.sameness || b.likeness - a.likeness || b.id - a.id)
      .slice(0, limit)
      .map(({ id, likeness }) => {
        return { id, likeness, shared: sharedIn(statements.get(id)!.statement, keys, wanted) }
      })
  }

  return { put, remove, find, size: (): number => statements.size }
}

const plainWords = (words: string): string[] =>
  fold(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** What is left of a wording without accents and signs. */
const lettersOf = (words: string): string => plainWords(words).join(' ')

function sharedIn(statement: string, keys: ReadonlySet<string>, wanted: readonly string[]): Span[] {
  const shared: Span[] = []
  for (const { key, start, end } of wordsOf(statement)) {
    const folded = fold(statement.slice(start, end))
    if (!keys.has(key) && !wanted.some((word) => folded.startsWith(word))) continue
    const last = shared.at(-1)
    // Pairs of letters overlap.
    if (last && last.end >= start) last.end = end
    else shared.push({ start, end })
  }
  return shared
}

/** `folded` begins with a space. */
function beginsWord(folded: string, word: string): boolean {
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!/[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(folded[at - 1] ?? ' '))
      return true
  }
  return false
}

/** Of alphabets only: elsewhere a word of two letters may say much. Numbers always count in full. */
function isShort(key: string): boolean {
  return key.length <= 3 && /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(key)
}
