import { compile, foldingOf } from '../finding/expression.ts'
import { emptyQuery } from '../finding/query.ts'
import { wordsOf } from './words.ts'

/** Words one after the other; each may hold `*`, which stands for any letters or none. */
export interface WordsNode {
  kind: 'words'
  words: string[]
}

/** What is looked for. All its parts but those `without` give hits. */
export type SearchNode =
  | WordsNode
  /** A regular expression, as it was written between its slashes. */
  | { kind: 'expression'; source: string }
  /** All of them in any order, with no more than `distance` other words between the first and the last. */
  | { kind: 'near'; parts: WordsNode[]; distance: number }
  /** All of `parts` and none of `without` in one paragraph, or in one document. */
  | { kind: 'all'; parts: SearchNode[]; without: SearchNode[] }
  | { kind: 'any'; parts: SearchNode[] }

/** `problem`: what is wrong with the query and what to do, in a sentence. An empty query is no node and no problem. */
export type ParsedQuery = { node: SearchNode | null } | { problem: string }

/** Words between the words of a NEAR that says no number. */
const usualDistance = 10
const mostDistance = 1000

/** Reads a query. See docs/searching.md for the language. */
export function parseQuery(query: string): ParsedQuery {
  try {
    const reader = new Reader(query)
    if (reader.atEnd()) return { node: null }
    const node = reader.any()
    if (reader.atEnd()) return { node }
    throw new Problem('A bracket “)” is closed that was not opened. Take it away, or open one before it.')
  } catch (thrown) {
    if (thrown instanceof Problem) return { problem: thrown.message }
    throw thrown
  }
}

class Problem extends Error {}

const openQuotes = '"“„«'
const closeQuotes = '"”“»'

class Reader {
  readonly #query: string
  #at = 0

  constructor(query: string) {
    this.#query = query
  }

  atEnd(): boolean {
    this.#skipSpace()
    return this.#at >= this.#query.length
  }

  any(): SearchNode {
    const parts = [this.#all()]
    while (this.#takeWord('OR')) {
      if (this.#standsAtStop()) throw new Problem('“OR” needs something to look for on both sides.')
      parts.push(this.#all())
    }
    return parts.length === 1 ? parts[0]! : { kind: 'any', parts }
  }

  #all(): SearchNode {
    const parts: SearchNode[] = []
    const without: SearchNode[] = []
    while (!this.#standsAtStop()) {
      if (this.#peeksWord('OR')) {
        if (parts.length + without.length > 0) break
        throw new Problem('“OR” needs something to look for on both sides.')
      }
      if (this.#takeMinus()) without.push(this.#one())
      else parts.push(this.#one())
    }
    if (parts.length === 0 && without.length > 0) {
      throw new Problem('Say also what to look for, not only what must not be there.')
    }
    if (parts.length === 0) throw new Problem('There is nothing between the brackets to look for.')
    return parts.length === 1 && without.length === 0 ? parts[0]! : { kind: 'all', parts, without }
  }

  #one(): SearchNode {
    if (this.#standsAtStop()) throw new Problem('After “-” say what must not be there, without a space.')
    const sign = this.#query[this.#at]!
    if (sign === '/') return this.#expression()
    if (/^NEAR\s*\(/.test(this.#query.slice(this.#at))) return this.#near()
    if (sign === '(') {
      this.#at += 1
      const node = this.any()
      if (!this.#take(')'))
        throw new Problem('A bracket “(” is opened and not closed. Write “)” after the last word.')
      return node
    }
    return this.#words()
  }

  #near(): SearchNode {
    this.#at = this.#query.indexOf('(', this.#at) + 1
    const parts: WordsNode[] = []
    let distance = usualDistance
    for (;;) {
      this.#skipSpace()
      const sign = this.#query[this.#at]
      if (sign === undefined) throw nearProblem()
      if (sign === ')') break
      if (sign === ',') {
        const number = /^,\s*(\d+)\s*\)/.exec(this.#query.slice(this.#at))
        if (!number) throw nearProblem()
        distance = Number(number[1])
        this.#at += number[0].length - 1
        break
      }
      if (sign === '/' || sign === '(' || sign === '-') throw nearProblem()
      parts.push(this.#words(','))
    }
    this.#at += 1
    if (parts.length < 2) throw nearProblem()
    if (distance > mostDistance)
      throw new Problem(
        `In NEAR no more than ${mostDistance} words can stand between. Write a smaller number.`,
      )
    return { kind: 'near', parts, distance }
  }

  #expression(): SearchNode {
    const begun = this.#at + 1
    let inClass = false
    let end = begun
    for (; end < this.#query.length; end++) {
      const sign = this.#query[end]
      if (sign === '\\') end += 1
      else if (sign === '[') inClass = true
      else if (sign === ']') inClass = false
      else if (sign === '/' && !inClass) break
    }
    if (end >= this.#query.length) {
      throw new Problem('A regular expression begins with “/” and ends with “/”. Write “/” after it.')
    }
    const source = this.#query.slice(begun, end).replaceAll('\\/', '/')
    if (source === '') throw new Problem('There is nothing between the slashes to look for.')
    const asked = { ...emptyQuery, kind: 'expression' as const, words: source }
    const compiled = compile(asked, foldingOf(asked, false))
    if ('problem' in compiled) throw new Problem(compiled.problem)
    this.#at = end + 1
    return { kind: 'expression', source }
  }

  /** A word with all that touches it, or words in quotation marks. */
  #words(stop = ''): WordsNode {
    const sign = this.#query[this.#at]!
    let raw: string
    const quoted = openQuotes.includes(sign)
    if (quoted) {
      let end = this.#at + 1
      while (end < this.#query.length && !closeQuotes.includes(this.#query[end]!)) end += 1
      if (end >= this.#query.length) {
        throw new Problem('A quotation mark is opened and not closed. Write another one after the last word.')
      }
      raw = this.#query.slice(this.#at + 1, end)
      this.#at = end + 1
    } else {
      let end = this.#at
      while (end < this.#query.length && !/[\s()]/.test(this.#query[end]!) && this.#query[end] !== stop) {
        if (end > this.#at && openQuotes.includes(this.#query[end]!)) break
        end += 1
      }
      raw = this.#query.slice(this.#at, end)
      this.#at = Math.max(end, this.#at + 1)
    }
    const words = patternsOf(raw)
    if (words.length === 0) {
      const said = quoted ? `“${raw}”` : `“${raw || sign}”`
      throw new Problem(
        `${said} has no letter to look for. Signs are found by a regular expression: /${escaped(raw || sign)}/`,
      )
    }
    if (words.every((word) => /^\*+$/.test(word))) {
      throw new Problem('“*” alone stands for any word. Write at least one letter with it.')
    }
    return { kind: 'words', words }
  }

  #takeMinus(): boolean {
    if (!/^[-−]\S/.test(this.#query.slice(this.#at))) return false
    this.#at += 1
    return true
  }

  #peeksWord(word: string): boolean {
    this.#skipSpace()
    const rest = this.#query.slice(this.#at)
    return rest.startsWith(word) && /^[\s(]|^$/.test(rest.slice(word.length))
  }

  #takeWord(word: string): boolean {
    if (!this.#peeksWord(word)) return false
    this.#at += word.length
    return true
  }

  #take(sign: string): boolean {
    this.#skipSpace()
    if (this.#query[this.#at] !== sign) return false
    this.#at += 1
    return true
  }

  #standsAtStop(): boolean {
    this.#skipSpace()
    return this.#at >= this.#query.length || this.#query[this.#at] === ')'
  }

  #skipSpace(): void {
    while (/\s/u.test(this.#query[this.#at] ?? '')) this.#at += 1
  }
}

const nearProblem = () => new Problem('NEAR takes two words or phrases and a number: NEAR(tram cost, 5).')

const escaped = (signs: string) => signs.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

// Stands for `*` while words are told apart; a letter that no text has a reason to hold.
const star = '\u{10ce0}'

function patternsOf(raw: string): string[] {
  return wordsOf(raw.replaceAll('*', star)).map((word) => word.replaceAll(star, '*'))
}
