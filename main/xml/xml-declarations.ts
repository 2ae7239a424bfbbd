import { characterOf, type DeclaredEntities } from './xml-references.ts'

/** An entity of a person’s own is a letter or a name; what is longer is there to grow. In UTF-16 code units. */
const longestValue = 1000
/** The names of all letters that HTML, MathML and ISO have names for are some two thousand. */
const mostEntities = 10_000
/** What entities may add to a file in all. */
const mostExpanded = 1_000_000

/**
 * The entities that a document type declares inside the file. Only those that stand for plain text are taken; what
 * refers to other entities or to other files is an error where it is used, never looked up. Throws an `Error` with
 * the end of a sentence.
 */
export class XmlDeclarations implements DeclaredEntities {
  #values = new Map<string, string | null>()
  #expanded = 0

  /** Undefined where there is no such entity. */
  valueOf(name: string): string | undefined {
    const value = this.#values.get(name)
    if (value === null) throw new Error(`the entity “&${name};” stands for more than plain text`)
    this.#expanded += value?.length ?? 0
    if (this.#expanded > mostExpanded) throw new Error('its entities make too much text')
    return value
  }

  /** Reads the document type that begins there; its end, or null where it has not come yet or cannot be read. */
  readType(text: string, from: number): number | null {
    const head = /<!DOCTYPE\s+[^\s[>"']+(?:\s+(?:"[^"]*"|'[^']*'|[A-Z]+))*\s*([>[])/y
    head.lastIndex = from
    const found = head.exec(text)
    if (!found) return null
    const at = from + found[0].length
    return found[1] === '>' ? at : this.#readInner(text, at)
  }

  #readInner(text: string, from: number): number | null {
    const part =
      /\s+|%[^;\s]+;|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!(ENTITY|ELEMENT|ATTLIST|NOTATION)((?:"[^"]*"|'[^']*'|[^"'>])*)>/y
    const entities: string[] = []
    let at = from
    while (text[at] !== ']') {
      part.lastIndex = at
      const found = part.exec(text)
      if (!found) return null
      if (found[1] === 'ENTITY') entities.push(found[2]!)
      at += found[0].length
    }
    const end = /\]\s*>/y
    end.lastIndex = at
    const found = end.exec(text)
    if (!found) return null
    for (const words of entities) this.#declare(words)
    return at + found[0].length
  }

  #declare(words: string): void {
    const found = /^\s+(%\s+)?([^\s"'%&]+)\s+(?:"([^"]*)"|'([^']*)'|(?:SYSTEM|PUBLIC)\s[\s\S]*)\s*$/.exec(
      words,
    )
    if (!found) throw new Error('its document type cannot be read')
    const [, parameter, name, ...values] = found
    // Of an entity declared twice the first holds.
    if (parameter !== undefined || this.#values.has(name!)) return
    if (this.#values.size >= mostEntities) throw new Error('it declares more entities than any text needs')
    const value = values.find((value) => value !== undefined)
    this.#values.set(name!, value === undefined ? null : plainValue(value))
  }
}

/** Null for a value that is not just text. */
function plainValue(written: string): string | null {
  if (written.length > longestValue || /[%<]/.test(written)) return null
  const value = written.replace(/&(#[^;]*);/g, (_, reference: string) => characterOf(reference))
  return /[&<]/.test(value) ? null : value
}
