import { expect, it } from 'vitest'
import { isHardWrapped } from './hard-wrap.ts'

const prose =
  'The line from the harbour to the old hospital pays for itself within nine years, and this is not a hope but the result of a calculation that three offices made independently of one another.'

function filled(measure: number): string {
  const lines = ['']
  for (const word of prose.split(' ')) {
    const line = lines.at(-1)!
    if (line.length + 1 + word.length > measure) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.join('\n')
}

it('knows lines that were filled to a measure', () => {
  for (const measure of [50, 60, 65, 72, 79]) expect(isHardWrapped(filled(measure))).toBe(true)
})

it('leaves verse, addresses and lists of lines alone', () => {
  expect(
    isHardWrapped(
      'Over the bridge the evening went,\nand nobody asked what the evening had meant;\nit rained.',
    ),
  ).toBe(false)
  expect(isHardWrapped('Kommission für Verkehr\nRathausplatz 1\n4. Stock')).toBe(false)
  expect(isHardWrapped(`${prose}\nA. Weiss\n${prose}`)).toBe(false)
  expect(isHardWrapped('床前明月光\n疑是地上霜\n举头望明月')).toBe(false)
})

it('has nothing to say of a single line', () => {
  expect(isHardWrapped(prose)).toBe(false)
})
