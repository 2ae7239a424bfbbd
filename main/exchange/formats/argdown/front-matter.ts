/** What the front matter says of the text itself; everything else in it is a setting of Argdown, and counted. */
export function readFrontMatter(words: string): {
  title: string
  metadata: Map<string, string>
  leftOut: number
} {
  const metadata = new Map<string, string>()
  let title = ''
  let leftOut = 0
  // Lines that are indented go on with the field above them.
  for (const field of words.split(/\n(?=\S)/)) {
    const [, name, value] = /^\s*([\p{L}_-]+):([\s\S]*)$/u.exec(field) ?? []
    if (name === undefined || value === undefined) continue
    const isList = /^\s*-\s/.test(value)
    const items = isList ? value.split(/\n\s*-\s|^\s*-\s/) : [value]
    const plain = items
      .map((item) => unquoted(item.replace(/\s+/g, ' ').trim()))
      .filter(Boolean)
      .join('; ')
    if (name === 'title') title = plain
    else if (['subTitle', 'author', 'date'].includes(name)) metadata.set(name, plain)
    else leftOut += 1
  }
  return { title, metadata, leftOut }
}

const unquoted = (words: string): string => /^(["'])([\s\S]*)\1$/.exec(words)?.[2] ?? words
