/** What a file calls its pages, in short: “i–iv, 1–212”; '' where they are simply counted from 1. */
export function pagesInWords(labels: readonly string[]): string {
  if (labels.every((label, at) => label === String(at + 1))) return ''
  const runs: { first: string; last: string }[] = []
  let expected: string | null = null
  for (const label of labels) {
    const last = runs.at(-1)
    if (last && expected === label) last.last = label
    else runs.push({ first: label, last: label })
    expected = labelAfter(label)
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}–${last}`)).join(', ')
}

/** The label that would go on from this one: `v` after `iv`, `A-8` after `A-7`; null where none follows. */
function labelAfter(label: string): string | null {
  const found = /^(.*?)(\d+|[ivxlcdm]+|[IVXLCDM]+)$/.exec(label)
  if (!found) return null
  const [, prefix = '', number = ''] = found
  if (/\d/.test(number)) return prefix + String(Number(number) + 1)
  const next = romanOf(romanValue(number.toLowerCase()) + 1)
  return prefix + (number === number.toLowerCase() ? next : next.toUpperCase())
}

const numerals: readonly [string, number][] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]

function romanValue(roman: string): number {
  let rest = roman
  let value = 0
  for (const [sign, worth] of numerals) {
    while (rest.startsWith(sign)) {
      value += worth
      rest = rest.slice(sign.length)
    }
  }
  return value
}

function romanOf(value: number): string {
  let rest = value
  let roman = ''
  for (const [sign, worth] of numerals) {
    while (rest >= worth) {
      roman += sign
      rest -= worth
    }
  }
  return roman
}
