import type { XmlHandler } from '../../../xml/xml-reader.ts'

/**
 * Gathers the words of a string of a workbook (ECMA-376, part 1: 18.4), which may be cut into runs. How words are to be
 * pronounced (`rPh`, as Japanese has it) is no part of them.
 */
export class RichText {
  #words = ''
  #isInText = false
  #isInReading = false

  clear(): void {
    this.#words = ''
  }

  enter(name: string): void {
    if (name === 't') this.#isInText = true
    if (name === 'rPh') this.#isInReading = true
  }

  leave(name: string): void {
    if (name === 't') this.#isInText = false
    if (name === 'rPh') this.#isInReading = false
  }

  text(words: string): void {
    if (this.#isInText && !this.#isInReading) this.#words += words
  }

  get words(): string {
    return withEscapes(this.#words)
  }
}

/** Characters that XML cannot hold, and carriage returns, are written `_x000D_`; an underscore before such a thing `_x005F_`. */
export function withEscapes(words: string): string {
  if (!words.includes('_x')) return words
  return words.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** Takes up the strings that all sheets share, in their order. */
export function sharedStringsInto(strings: string[]): XmlHandler {
  const rich = new RichText()
  return {
    enter({ name }) {
      if (name === 'si') rich.clear()
      rich.enter(name)
    },
    leave({ name }) {
      rich.leave(name)
      if (name === 'si') strings.push(rich.words)
    },
    text: (words) => rich.text(words),
  }
}
