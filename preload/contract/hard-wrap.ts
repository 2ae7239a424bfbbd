const shortestMeasure = 40

/**
 * Whether the line ends inside a paragraph were put there by a program that filled lines to a measure, as in
 * many plain text files: then each line was broken because the next word would not have fitted. Such a
 * paragraph is set anew instead of showing its line ends.
 */
export function isHardWrapped(paragraph: string): boolean {
  const lines = paragraph.split('\n')
  if (lines.length < 2) return false
  const measure = Math.max(...lines.map((line) => line.trimEnd().length))
  if (measure < shortestMeasure) return false

  return lines.slice(0, -1).every((line, i) => {
    const next = lines[i + 1]!.trimStart()
    const firstWord = next.search(/\s/) < 0 ? next.length : next.search(/\s/)
    return next !== '' && line.trimEnd().length + 1 + firstWord > measure
  })
}
