import { expect, test } from 'vitest'
import { tram } from '../testing/tram.ts'
import { refiQda } from './refi-qda/index.ts'
import { tei } from './tei/tei.ts'
import { uimaXmi } from './uima-cas/index.ts'
import { countedLosses } from './written-format.ts'

test.each([
  [tei, 7],
  [uimaXmi, 7],
  // Whose texts are files of their own.
  [refiQda, 5],
])('characters that XML cannot write are counted one by one: %#', (format, count) => {
  const [first, ...others] = tram.annotations
  const dataset = {
    ...tram,
    annotations: [{ ...first!, note: '\f\v\u0000\n\t', attributes: new Map([['a\f', '\v']]) }, ...others],
    textOf: (id: string) => {
      const text = tram.textOf(id)
      return id === first!.document ? { ...text, text: `\f${text.text.slice(2)}\v` } : text
    },
  }
  const losses = countedLosses(format.writer!.losses(dataset))
  expect(losses).toContainEqual({ what: 'characters that XML cannot write', count })
})
