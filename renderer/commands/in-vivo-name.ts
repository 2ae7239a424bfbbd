const longest = 50

/**
 * The name of a tag made from words of the text, in the way people quote themselves: without the signs around them,
 * on one line, and cut between two words where they are many. '' when there are none.
 */
export function nameInVivo(words: string, language: string): string {
  const line = words.replace(/\s+/gu, ' ').replace(around, '')
  if (line.length <= longest) return line
  let end = 0
  for (const { index, segment, isWordLike } of segmenterFor(language).segment(line)) {
    if (index + segment.length > longest) break
    if (isWordLike) end = index + segment.length
  }
  // One word that is longer than a name: whole characters of it.
  if (end === 0) end = lastCharacterWithin(line)
  return `${line.slice(0, end)}…`
}

const around = /^[\s\p{P}]+|[\s\p{P}]+$/gu

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language || undefined, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' })
  }
}

function lastCharacterWithin(line: string): number {
  let end = 0
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)) {
    if (index + segment.length > longest) break
    end = index + segment.length
  }
  return end
}
