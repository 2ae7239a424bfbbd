/** A run of words that stayed, went or came. Its space goes with it. */
export interface DiffPart {
  kind: 'same' | 'gone' | 'new'
  words: string
}

/** More words than this on both sides together are shown as wholly gone and wholly new. */
const mostWords = 4000

/** What changed from one wording to another, word by word: the fewest words gone and new. */
export function wordDiff(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)]
  if (a.length + b.length > mostWords) return joined([...gone(a), ...fresh(b)])
  let start = 0
  while (start < a.length && start < b.length && isSameWord(a[start], b[start])) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && isSameWord(a.at(-1 - end), b.at(-1 - end))) end += 1
  const [aMiddle, bMiddle] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return joined([
    ...a.slice(0, start).flatMap((word, index) => kept(word, b[index]!)),
    ...betweenOf(aMiddle, bMiddle),
    ...a.slice(a.length - end).flatMap((word, index) => kept(word, b[b.length - end + index]!)),
  ])
}

/** By the longest common run of words (dynamic programming). */
function betweenOf(a: string[], b: string[]): DiffPart[] {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = isSameWord(a[i], b[j])
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const parts: DiffPart[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && isSameWord(a[i], b[j])) {
      parts.push(...kept(a[i]!, b[j]!))
      i += 1
      j += 1
    } else if (
      j === b.length ||
      (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    ) {
      parts.push(...gone([a[i]!]))
      i += 1
    } else {
      parts.push(...fresh([b[j]!]))
      j += 1
    }
  }
  return parts
}

/** Each word with the space after it, so that nothing is lost. */
const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+\s*/gu) ?? []

/** Whatever space follows: the last word, which has none, is the same when more comes after it. */
const isSameWord = (a: string | undefined, b: string | undefined) => a?.trimEnd() === b?.trimEnd()

/** A word that stayed, with the space that stayed; another space is gone or new. */
function kept(before: string, after: string): DiffPart[] {
  const word = before.trimEnd()
  if (before === after) return [{ kind: 'same', words: before }]
  return [
    { kind: 'same', words: word },
    { kind: 'gone', words: before.slice(word.length) },
    { kind: 'new', words: after.slice(word.length) },
  ]
}

const gone = (words: string[]) => words.map((one): DiffPart => ({ kind: 'gone', words: one }))
const fresh = (words: string[]) => words.map((one): DiffPart => ({ kind: 'new', words: one }))

function joined(parts: DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = []
  for (const { kind, words } of parts) {
    if (words === '') continue
    const last = runs.at(-1)
    if (last?.kind === kind) last.words += words
    else runs.push({ kind, words })
  }
  return runs
}
