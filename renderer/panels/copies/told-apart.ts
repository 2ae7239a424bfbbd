const mostWords = 4

/** What passages are called: by where they stand, and of those that stand in one place each by its first words, before that. */
export function toldApart(passages: readonly { where: string; quote: string }[]): string[] {
  return passages.map(({ where, quote }) => {
    const isAlone = passages.filter((one) => one.where === where).length === 1
    return isAlone ? where : `“${beginningOf(quote)}” · ${where}`
  })
}

function beginningOf(quote: string): string {
  const words = quote.trim().split(/\s+/u)
  return words.length > mostWords ? `${words.slice(0, mostWords).join(' ')}…` : words.join(' ')
}
