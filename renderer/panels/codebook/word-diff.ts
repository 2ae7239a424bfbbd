import { aligned } from '../../../preload/contract/comparing/align.ts'

/** A run of words that stayed, went or came. Its space goes with it. */
export interface DiffPart {
  kind: 'same' | 'gone' | 'new'
  words: string
}

/** What changed from one wording to another, word by word: the fewest words gone and new. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  // Whatever space follows: the last word, which has none, is the same when more comes after it.
  const partners = aligned(
    a.map((word) => word.trimEnd()),
    b.map((word) => word.trimEnd()),
  )
  const parts: DiffPart[] = []
  let next = 0
  for (const [at, partner] of partners.entries()) {
    if (partner < 0) {
      put(parts, 'gone', a[at]!)
      continue
    }
    while (next < partner) put(parts, 'new', b[next++]!)
    keep(parts, a[at]!, b[partner]!)
    next = partner + 1
  }
  while (next < b.length) put(parts, 'new', b[next++]!)
  return parts
}

/** Each word with the space after it, so that nothing is lost. */
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+\s*/gu) ?? []

/** A word that stayed, with the space that stayed; another space is gone or new. */
function keep(parts: DiffPart[], before: string, after: string): void {
  const word = before.trimEnd()
  const isSame = before === after
  put(parts, 'same', isSame ? before : word)
  if (isSame) return
  put(parts, 'gone', before.slice(word.length))
  put(parts, 'new', after.slice(word.length))
}

function put(parts: DiffPart[], kind: DiffPart['kind'], words: string): void {
  const last = parts.at(-1)
  if (words === '') return
  if (last?.kind === kind) last.words += words
  else parts.push({ kind, words })
}
