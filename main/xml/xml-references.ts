const predefined: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/** The entities a file declares itself; undefined where there is no such entity. */
export interface DeclaredEntities {
  valueOf(name: string): string | undefined
}

const reference = /&([^;&\s]{0,100});?/y

/** So many parts are put together at a time: there may be millions. */
const partsAtOnce = 4096

/** Text with its references resolved. Throws an `Error` with the end of a sentence. */
export function withReferences(raw: string, declared: DeclaredEntities): string {
  let resolved = ''
  let parts: string[] = []
  let from = 0
  for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', from)) {
    reference.lastIndex = at
    const [written, name] = reference.exec(raw)!
    parts.push(raw.slice(from, at), meantBy(written, name!, declared))
    from = at + written.length
    if (parts.length < partsAtOnce) continue
    resolved += parts.join('')
    parts = []
  }
  parts.push(raw.slice(from))
  return resolved + parts.join('')
}

function meantBy(written: string, name: string, declared: DeclaredEntities): string {
  if (!written.endsWith(';')) throw new Error('“&” without a name and “;” after it')
  if (name.startsWith('#')) return characterOf(name)
  const value = predefined.get(name) ?? declared.valueOf(name)
  if (value === undefined) throw new Error(`the entity “${written}” is not declared in the file`)
  return value
}

/** The value of an attribute as its quotes hold it: white space becomes spaces unless it is written as a reference. */
export function attributeValue(raw: string, declared: DeclaredEntities): string {
  const spaced = /[\t\n]/.test(raw) ? raw.replace(/[\t\n]/g, ' ') : raw
  return spaced.includes('&') ? withReferences(spaced, declared) : spaced
}

/** `#65` or `#x41` as the character it means. */
export function characterOf(reference: string): string {
  const decimal = /^#(\d{1,8})$/.exec(reference)
  const hexadecimal = /^#x([\da-f]{1,8})$/i.exec(reference)
  const code = decimal ? Number(decimal[1]) : hexadecimal ? Number.parseInt(hexadecimal[1]!, 16) : Number.NaN
  const isAllowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  if (!isAllowed) throw new Error(`“&${reference};” stands for no character`)
  return String.fromCodePoint(code)
}
