/** Words on one line of Markdown, without any that Markdown or HTML gives a meaning to. */
export function plainWords(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>|~#&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
}

/** Words with their paragraphs, as a quotation. */
export const quoted = (words: string): string =>
  words
    .trim()
    .split(/\n+/)
    .map((line) => `> ${plainWords(line)}`)
    .join('\n>\n')

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
