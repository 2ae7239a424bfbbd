const start =
  'A-Z_a-z\\u{c0}-\\u{d6}\\u{d8}-\\u{f6}\\u{f8}-\\u{2ff}\\u{370}-\\u{37d}\\u{37f}-\\u{1fff}\\u{200c}\\u{200d}\\u{2070}-\\u{218f}\\u{2c00}-\\u{2fef}\\u{3001}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{fffd}\\u{10000}-\\u{effff}'
const more = `${start}\\-.0-9\\u{b7}\\u{300}-\\u{36f}\\u{203f}\\u{2040}`
/** A name with at most one colon inside (Namespaces in XML 1.0, 4). */
const anyName = new RegExp(`[${start}][${more}]*(?::[${start}][${more}]*)?`, 'uy')

/** Of ASCII characters: 1 may begin a name, 2 may go on in one, 3 may stand behind one. */
const kinds = new Uint8Array(128)
for (const [kind, characters] of [
  [2, '-.0123456789'],
  [3, ' \t\n=/>?'],
] as const) {
  for (const character of characters) kinds[character.charCodeAt(0)] = kind
}
for (let code = 0; code < 128; code++) if (/[A-Za-z_]/.test(String.fromCharCode(code))) kinds[code] = 1
const colon = 0x3a

/** The name that stands there, or ''. */
export function nameAt(text: string, from: number): string {
  let at = from
  let begins = true
  let colons = 0
  for (;;) {
    const code = text.charCodeAt(at)
    const kind = code < 128 ? kinds[code] : 0
    if (kind === 1 || (kind === 2 && !begins)) begins = false
    else if (code === colon && !begins && colons === 0) {
      colons = 1
      begins = true
    } else if (kind === 3 && !begins) return text.slice(from, at)
    else break
    at++
  }
  anyName.lastIndex = from
  return anyName.exec(text)?.[0] ?? ''
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const declaringNamespace = 'http://www.w3.org/2000/xmlns/'

/** That hold at one place; each element that declares any takes all of them over. */
const mostPrefixes = 500

/** Most elements have none; they share this one. */
const noAttributes = new Map<string, string>()

export interface Attribute {
  name: string
  value: string
}

const isDeclaration = ({ name }: Attribute) =>
  name.startsWith('xmlns') && (name.length === 5 || name[5] === ':')

/** Namespaces that hold inside an element, by the prefixes of the file. */
type Scope = ReadonlyMap<string, string>

/** Names as a file writes them, and what they mean. Its functions throw an `Error` with the end of a sentence. */
export class XmlNames {
  readonly #prefixes: ReadonlyMap<string, string>
  readonly #scopes: Scope[] = [new Map([['xml', xmlNamespace]])]
  /** Of one scope; forgotten with it. */
  #known = new Map<string, string>()

  /** `prefixes` are the reader’s own, by the address of a namespace. */
  constructor(prefixes: Readonly<Record<string, string>>) {
    this.#prefixes = new Map([[xmlNamespace, 'xml'], ...Object.entries(prefixes)])
  }

  /** Goes into an element and names it and its attributes. */
  enter(
    written: string,
    given: readonly Attribute[],
  ): { name: string; attributes: ReadonlyMap<string, string> } {
    const scope = this.#scopes.at(-1)!
    const inner = given.some(isDeclaration) ? this.#declare(scope, given.filter(isDeclaration)) : scope
    this.#scopes.push(inner)

    let attributes = noAttributes
    let count = 0
    for (const attribute of given) {
      if (isDeclaration(attribute)) continue
      if (attributes === noAttributes) attributes = new Map()
      const { name, value } = attribute
      const meant = name.includes(':') ? this.#meant(name, inner) : name
      attributes.set(meant, value)
      count++
      if (attributes.size < count) throw new Error(`the attribute ${name} stands in <${written}> twice`)
    }
    return { name: this.#meant(written, inner), attributes }
  }

  /** What the name of an element means that is yet to be entered; undefined where that is not known. */
  meantBy(written: string): string | undefined {
    try {
      return this.#meant(written, this.#scopes.at(-1)!)
    } catch {
      return undefined
    }
  }

  leave(): void {
    const left = this.#scopes.pop()
    if (left !== this.#scopes.at(-1)) this.#known = new Map()
  }

  #declare(outer: Scope, declared: readonly Attribute[]): Scope {
    const scope = new Map(outer)
    const prefixes = new Set(declared.map(({ name }) => name))
    if (prefixes.size < declared.length) throw new Error('a prefix is declared twice in one place')
    for (const { name, value: address } of declared) {
      const prefix = name === 'xmlns' ? '' : name.slice(6)
      const isReserved = prefix === 'xmlns' || address === declaringNamespace
      if (isReserved || (prefix === 'xml') !== (address === xmlNamespace)) {
        throw new Error(`the prefix ${prefix} may not be declared so`)
      }
      if (prefix !== '' && address === '')
        throw new Error(`the prefix ${prefix} is declared without a namespace`)
      scope.set(prefix, address)
    }
    if (scope.size > mostPrefixes) throw new Error('it declares more prefixes than any file needs')
    this.#known = new Map()
    return scope
  }

  #meant(written: string, scope: Scope): string {
    const known = this.#known.get(written)
    if (known !== undefined) return known
    const colon = written.indexOf(':')
    const address = scope.get(written.slice(0, Math.max(0, colon)))
    if (address === undefined && colon >= 0) {
      throw new Error(`the prefix of “${written}” is not declared`)
    }
    const local = written.slice(colon + 1)
    const prefix = address ? this.#prefixes.get(address) : ''
    const name = prefix === undefined ? `{${address}}${local}` : prefix === '' ? local : `${prefix}:${local}`
    this.#known.set(written, name)
    return name
  }
}
