/**
 * brat’s types are ASCII without spaces, and one set for entities, relations and attributes alike. What a person
 * calls a thing goes into the labels of `visual.conf`, from where it is read again.
 */
export interface Typed {
  type: string
  /** How it reads again: the label, or the type where there is none. */
  shown: string
}

/** For each list of names its types, in order. Names that are types of their own and differ stay as they are. */
export function typesFor(...lists: readonly { names: readonly string[]; otherwise: string }[]): Typed[][] {
  const taken = new Set<string>()
  const kept = lists.map(({ names }) =>
    names.map((words) => {
      const name = toLabel(words)
      if (name === '' || toType(name) !== name || taken.has(name)) return false
      taken.add(name)
      return true
    }),
  )
  return lists.map(({ names, otherwise }, list) => {
    const shownAlready = new Set(names.filter((_, index) => kept[list]![index]).map(toLabel))
    return names.map((name, index) => {
      const label = toLabel(name)
      if (kept[list]![index]) return { type: label, shown: label }
      const type = free(toType(name) || otherwise, (one) => taken.has(one) || shownAlready.has(one))
      taken.add(type)
      const shown = label === '' || shownAlready.has(label) ? type : label
      shownAlready.add(shown)
      return { type, shown }
    })
  })
}

function free(wanted: string, isTaken: (type: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const type = number === 1 ? wanted : `${wanted}-${number}`
    if (!isTaken(type)) return type
  }
}

function toType(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^[_-]+|[_-]+$/g, '')
}

/** One line, without the bar that parts the columns of `visual.conf`. */
export function toLabel(name: string): string {
  const words = oneLine(name.replaceAll('|', ' ')).replace(/\s+/gu, ' ').trim()
  return words.replace(/<(?=.*>)/gu, noMacro)
}

/**
 * brat takes `<…>` on a line of its configuration for a macro, and where it knows none of that name it throws the whole
 * configuration away (`__read_term_hierarchy` in its projectconfig.py). Values share a line: `<5|5-10|>10` is one.
 */
const noMacro = '‹'

/** An attribute’s value as it may stand in a list of `annotation.conf`; '' where nothing of it is left. */
export function toValue(value: string): string {
  return oneLine(value)
    .replaceAll('<', noMacro)
    .replace(/^[\s|,]+|[\s|,]+$/gu, '')
    .replace(/[\s|,]+/gu, '_')
}

/** Without what Python, and so brat, takes for the end of a line. */
export function oneLine(words: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: line ends of Python among them.
  return words.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
}
