import { expect, test, vi } from 'vitest'
import { formatsOf } from '../arrival/reading.ts'
import { tram } from '../testing/tram.ts'
import { written } from '../testing/written.ts'
import { annotationFormats } from './index.ts'
import { sourceFiles } from './testing/source-files.ts'

const both = annotationFormats.flatMap(({ name, reader, writer, endings }) =>
  reader && writer ? [{ name, writer, endings }] : [],
)

test.each(both)('what is written as $name is recognised as it, whatever it is called', async (format) => {
  const { content } = await written(format.writer, tram)
  const named = sourceFiles(`study.${format.endings[0]}`, content)
  expect(await formatsOf({ source: named, beside: null })).toEqual([format.name])
  const renamed = sourceFiles('study', content)
  expect(await formatsOf({ source: renamed, beside: null })).toEqual([format.name])
})

const node = { nodeID: '1', type: 'I', text: 'The bridge is dear.', timestamp: '' }
const row = {
  id: 'r',
  uri: 'https://example.org/',
  user: 'acct:ada@example.org',
  text: '',
  tags: [],
  target: [],
}

test.each([
  ['aif', { nodes: [node], edges: [] }, 'nodes'],
  ['xaif', { AIF: { nodes: [node], edges: [] }, text: 'The bridge is dear.' }, 'nodes'],
  ['hypothesis', { total: 1, rows: [row] }, 'rows'],
])('a large file of %s is not read as a whole to know it', async (name, value, list) => {
  for (const space of [undefined, 2]) {
    const content = JSON.stringify(
      value,
      (key, inner) => (key === list ? new Array(2000).fill(inner[0]) : inner),
      space,
    )
    const small = sourceFiles('study.json', { '': content })
    const read = vi.fn(small.read)
    const large = { ...small, sizeOf: () => 100_000_000, read }
    expect(await formatsOf({ source: large, beside: null })).toEqual([name])
    expect(read).not.toHaveBeenCalled()
  }
})
