import { foldText } from '../../preload/contract/finding/fold-text.ts'
import type { Folding } from '../../preload/contract/finding/letters.ts'

export interface Sameness {
  matchCase: boolean
  matchAccents: boolean
}

const foldingOf = ({ matchCase, matchAccents }: Sameness, isTurkic: boolean): Folding => ({
  ignoreCase: !matchCase,
  ignoreAccents: !matchAccents,
  ignoreForms: true,
  isTurkic,
})

const usual: Sameness = { matchCase: false, matchAccents: false }

/**
 * Every form that a word has in the texts, once, with a number; and what forms are compared by, folded as the find bar
 * folds texts. So a text of ten million words is folded by folding its some thousand forms. Forms of Turkish and
 * Azerbaijani texts are others than the same letters elsewhere, since I and i fold differently there.
 */
export class Vocabulary {
  /** By number. */
  readonly forms: string[] = []
  readonly #plain = new Map<string, number>()
  readonly #turkic = new Map<string, number>()
  readonly #isTurkic: boolean[] = []

  /** By number of a form: the number of what it is compared by, case and accents passed over. */
  #words = new Int32Array(1024)
  /** By that number: the letters. */
  readonly words: string[] = []
  readonly #wordNumbers = new Map<string, number>()

  readonly #otherFoldings = new Map<string, string[]>()
  #ranks: { of: number; rank: Int32Array } | null = null

  numberOf(form: string, isTurkic: boolean): number {
    const numbers = isTurkic ? this.#turkic : this.#plain
    return numbers.get(form) ?? this.#add(form, isTurkic, numbers)
  }

  #add(sliced: string, isTurkic: boolean, numbers: Map<string, number>): number {
    // A copy: what was cut out of a text would keep that text in memory.
    const form = ` ${sliced}`.slice(1)
    const number = this.forms.length
    this.forms.push(form)
    this.#isTurkic.push(isTurkic)
    numbers.set(form, number)
    if (number === this.#words.length) {
      const longer = new Int32Array(number * 2)
      longer.set(this.#words)
      this.#words = longer
    }
    this.#words[number] = this.#wordNumber(foldText(form, foldingOf(usual, isTurkic)).text)
    return number
  }

  #wordNumber(word: string): number {
    const known = this.#wordNumbers.get(word)
    if (known !== undefined) return known
    this.#wordNumbers.set(word, this.words.length)
    return this.words.push(word) - 1
  }

  /** By number of a form: the number of its word. */
  get wordOf(): Int32Array {
    return this.#words
  }

  /** Which forms fit a pattern, in which `*` stands for any letters: 1 for each that does, and how many do. */
  fitting(pattern: string, sameness: Sameness): { fits: Uint8Array; forms: number[] } {
    const [plain, turkic] = [false, true].map((isTurkic) => testOf(pattern, foldingOf(sameness, isTurkic)))
    const folded = this.#folded(sameness)
    const fits = new Uint8Array(this.forms.length)
    const forms: number[] = []
    for (let form = 0; form < fits.length; form++) {
      if (!(this.#isTurkic[form] ? turkic! : plain!)(folded(form))) continue
      fits[form] = 1
      forms.push(form)
    }
    return { fits, forms }
  }

  #folded(sameness: Sameness): (form: number) => string {
    if (!sameness.matchCase && !sameness.matchAccents) {
      const { words } = this
      const numbers = this.#words
      return (form) => words[numbers[form]!]!
    }
    const key = JSON.stringify(sameness)
    const all = this.#otherFoldings.get(key) ?? []
    this.#otherFoldings.set(key, all)
    for (let form = all.length; form < this.forms.length; form++)
      all.push(foldText(this.forms[form]!, foldingOf(sameness, this.#isTurkic[form]!)).text)
    return (form) => all[form]!
  }

  /** By number of a word: its place among all words in the order of their letters, from 1. */
  ranks(): Int32Array {
    if (this.#ranks?.of === this.words.length) return this.#ranks.rank
    const order = this.words.map((_, number) => number)
    const { words } = this
    order.sort((a, b) => (words[a]! < words[b]! ? -1 : words[a]! > words[b]! ? 1 : 0))
    const rank = new Int32Array(words.length)
    order.forEach((number, place) => {
      rank[number] = place + 1
    })
    this.#ranks = { of: words.length, rank }
    return rank
  }
}

function testOf(pattern: string, folding: Folding): (folded: string) => boolean {
  const parts = pattern.split('*').map((part) => foldText(part, folding).text)
  const [first = '', ...rest] = parts
  if (rest.length === 0) return (folded) => folded === first
  if (rest.length === 1 && rest[0] === '') return (folded) => folded.startsWith(first)
  const source = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('.*')
  const whole = new RegExp(`^${source}$`, 'su')
  return (folded) => whole.test(folded)
}
