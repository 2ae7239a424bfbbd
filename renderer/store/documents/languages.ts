const common =
  'ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko la lb lt lv mk ms mt nb nl nn pl pt pt-BR ro ru sk sl sq sr sv sw ta te th tr uk ur vi yi zh zh-Hans zh-Hant zu'.split(
    ' ',
  )

let names: Intl.DisplayNames | undefined

/** The name of a language in English, of its BCP 47 tag; '' where that names none. */
export function languageName(tag: string): string {
  if (tag.trim() === '') return ''
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  try {
    return names.of(tag.trim()) ?? ''
  } catch {
    return ''
  }
}

/** Tags to choose from, by name: the common ones and those already used. */
export function languageTags(used: readonly string[]): { tag: string; name: string }[] {
  const tags = [...new Set([...common, ...used.filter((tag) => languageName(tag) !== '')])]
  return tags
    .map((tag) => ({ tag, name: languageName(tag) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** The tag that words mean: a tag, a name, or both as `German (de)`. Words that mean none stay as they are. */
export function languageFrom(words: string): string {
  const trimmed = words.trim()
  const inBrackets = /\(([A-Za-z0-9-]+)\)$/.exec(trimmed)?.[1]
  if (inBrackets) return inBrackets
  const named = common.find((tag) => languageName(tag).toLowerCase() === trimmed.toLowerCase())
  if (named) return named
  try {
    return Intl.getCanonicalLocales(trimmed)[0] ?? trimmed
  } catch {
    return trimmed
  }
}

/** What is odd about it, in a sentence; '' when nothing is. It can be kept all the same. */
export function languageDoubt(tag: string): string {
  if (tag.trim() === '' || languageName(languageFrom(tag)) !== '') return ''
  return 'No known language. Tags are like en, de or pt-BR.'
}
