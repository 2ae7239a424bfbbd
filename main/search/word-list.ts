import { foldText } from '../../preload/contract/finding/fold-text.ts'
import type { OutputOf, ParsedOf } from '../../preload/contract/index.ts'
import type { Corpus } from './corpus.ts'

type Asked = Omit<ParsedOf<'search.words'>, 'documents'> & { documentIds: Int32Array }
type WordList = OutputOf<'search.words'>

/**
 * The words of documents with how often they stand there, in how many, and how evenly.
 *
 * Evenness is Gries’ deviation of proportions: half the sum, over the documents, of the difference between a
 * document’s share of the word and its share of all words (St. Th. Gries, “Dispersions and adjusted frequencies in
 * corpora”, International Journal of Corpus Linguistics 13:4, 2008, 403–437). Not normalised.
 */
export function wordList(corpus: Corpus, { documentIds, holding, sort, limit }: Asked): WordList {
  const { vocabulary } = corpus
  const { wordOf, words } = vocabulary
  const size = words.length
  const count = new Int32Array(size)
  const documents = new Int32Array(size)
  const seenIn = new Int32Array(size).fill(-1)
  const formCount = new Int32Array(vocabulary.forms.length)
  let all = 0
  for (const [place, id] of documentIds.entries()) {
    const { forms } = corpus.get(id) ?? { forms: new Int32Array(0) }
    all += forms.length
    for (let at = 0; at < forms.length; at++) {
      const form = forms[at]!
      const word = wordOf[form]!
      formCount[form]!++
      count[word]!++
      if (seenIn[word] === place) continue
      seenIn[word] = place
      documents[word]!++
    }
  }

  // Documents without the word add their share each: together that is one, less the shares of those with it.
  const deviation = new Float64Array(size)
  const here = new Int32Array(size)
  for (const id of documentIds) {
    const { forms } = corpus.get(id) ?? { forms: new Int32Array(0) }
    const share = forms.length / all
    for (let at = 0; at < forms.length; at++) here[wordOf[forms[at]!]!]!++
    for (let at = 0; at < forms.length; at++) {
      const word = wordOf[forms[at]!]!
      if (here[word] === 0) continue
      deviation[word]! += Math.abs(here[word]! / count[word]! - share) - share
      here[word] = 0
    }
  }

  const part = foldText(holding.trim(), {
    ignoreCase: true,
    ignoreAccents: true,
    ignoreForms: true,
    isTurkic: false,
  }).text
  const rows: number[] = []
  for (let word = 0; word < size; word++) if (count[word]! > 0 && words[word]!.includes(part)) rows.push(word)
  const byLetters = (a: number, b: number) => (words[a]! < words[b]! ? -1 : 1)
  const order: Record<Asked['sort'], (a: number, b: number) => number> = {
    count: (a, b) => count[b]! - count[a]! || byLetters(a, b),
    documents: (a, b) => documents[b]! - documents[a]! || count[b]! - count[a]! || byLetters(a, b),
    deviation: (a, b) => deviation[a]! - deviation[b]! || count[b]! - count[a]! || byLetters(a, b),
    word: byLetters,
  }
  rows.sort(order[sort])
  const shown = rows.slice(0, limit)
  const names = usualForms(shown, formCount, corpus)
  return {
    different: rows.length,
    words: all,
    rows: shown.map((word) => ({
      word: names.get(word)!,
      count: count[word]!,
      documents: documents[word]!,
      deviation: Math.max(0, (1 + deviation[word]!) / 2),
    })),
  }
}

/** Words as they stand in the texts most often. */
export function usualForms(
  wanted: readonly number[],
  formCount: Int32Array,
  { vocabulary }: Corpus,
): Map<number, string> {
  const best = new Map(wanted.map((word) => [word, -1]))
  const { wordOf, forms } = vocabulary
  for (let form = 0; form < formCount.length; form++) {
    const so = best.get(wordOf[form]!)
    if (so === undefined || formCount[form] === 0) continue
    const isPlain = forms[form] === vocabulary.words[wordOf[form]!]
    if (so < 0 || formCount[form]! > formCount[so]! || (isPlain && formCount[form] === formCount[so]))
      best.set(wordOf[form]!, form)
  }
  return new Map([...best].map(([word, form]) => [word, form < 0 ? vocabulary.words[word]! : forms[form]!]))
}
