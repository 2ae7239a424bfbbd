import type { Span } from '../../../../preload/contract/text.ts'

/** Where Python’s `splitlines()` ends a line: what a line of an `.ann` file cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const lineEnds = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g

/** The spans cut at every line end, as brat wants them; those of nothing but line ends are gone. */
export function toFragments(text: string, spans: readonly Span[]): Span[] {
  return spans.flatMap(({ start, end }) => {
    const fragments: Span[] = []
    let at = start
    for (const { index, 0: ends } of text.slice(start, end).matchAll(lineEnds)) {
      if (start + index > at) fragments.push({ start: at, end: start + index })
      at = start + index + ends.length
    }
    if (end > at) fragments.push({ start: at, end })
    return fragments
  })
}

/** The spans that fragments stand for: those that only line ends part belong together. */
export function fromFragments(text: string, fragments: readonly Span[]): Span[] {
  const spans: Span[] = []
  for (const fragment of fragments) {
    const last = spans.at(-1)
    const gap = last && text.slice(last.end, fragment.start)
    if (last && gap !== undefined && gap.replace(lineEnds, '') === '') last.end = fragment.end
    else spans.push({ ...fragment })
  }
  return spans
}

export function sameSpans(one: readonly Span[], other: readonly Span[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ start, end }, index) => other[index]!.start === start && other[index]!.end === end)
  )
}
