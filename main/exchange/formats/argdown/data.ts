export type Value = string | number | boolean | string[]

const part =
  /\s*("(?:[^"\\]|\\.)*"|'[^']*'|\[\s*(?:"(?:[^"\\]|\\.)*"\s*(?:,\s*"(?:[^"\\]|\\.)*"\s*)*)?\]|[^\s:,{}[\]"'][^:,{}[\]\n]*)\s*([:,}])/y

/**
 * The fields of a data block whose values are words, numbers, yes or no, or lists of quoted words; undefined where it
 * holds anything else.
 */
export function readData(block: string): ReadonlyMap<string, Value> | undefined {
  const fields = new Map<string, Value>()
  part.lastIndex = 1
  for (;;) {
    const name = part.exec(block)
    if (name?.[2] !== ':') return undefined
    const value = part.exec(block)
    if (value === null || value[2] === ':') return undefined
    const read = scalarOf(value[1]!)
    if (read === undefined) return undefined
    fields.set(String(scalarOf(name[1]!)), read)
    if (value[2] === '}') return fields
  }
}

function scalarOf(words: string): Value | undefined {
  const plain = words.trim()
  if (plain.startsWith("'")) return plain.slice(1, -1)
  if (!/^(?:["[]|-?\d+(?:\.\d+)?$|true$|false$)/.test(plain)) return plain
  try {
    return JSON.parse(plain) as Value
  } catch {
    return undefined
  }
}

/** A value for a data block: JSON without what would end the block or is no text for YAML. */
export function dataValue(value: string | readonly string[]): string {
  return JSON.stringify(value).replace(
    /[{}\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
