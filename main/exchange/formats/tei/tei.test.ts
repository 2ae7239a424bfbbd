import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Dataset } from '../../dataset.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { reading, written } from '../../testing/written.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { expectUntouchedSame } from '../testing/untouched.ts'
import { tei } from './tei.ts'

vi.setConfig({ testTimeout: 60_000 })

async function circle(data: Dataset) {
  const { content } = await written(tei.writer!, data)
  const incoming = await tei.reader!.read(sourceFiles('corpus.xml', content), reading)
  return { xml: String(content['']), incoming }
}

/** The name of the imported file is written, and is not a file that can be had again. */
const withoutFiles = (data: Dataset): Dataset => ({
  ...data,
  documents: data.documents.map((document) => ({ ...document, source: { ...document.source, name: '' } })),
})

describe('a TEI corpus', () => {
  test('is the same again when it is read and written, and what it loses is said', async () => {
    await fc.assert(
      fc.asyncProperty(dataset.map(withoutFiles), async (data) => {
        const first = await circle(data)
        expect(first.incoming.leftOut).toEqual([])
        const again = datasetOf(first.incoming)
        expect((await circle(again)).xml).toBe(first.xml)
        expectUntouchedSame(data, again, tei.writer!.losses(data), new Map())
      }),
      { numRuns: 60 },
    )
  })

  test('points into the text in characters', async () => {
    const { xml } = await circle(tram)
    const body = /<body xml:id="text\.statement"[^>]*>(.*?)<\/body>/s.exec(xml)![1]!
    const text = body.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&')
    const [, from, length] = /string-range\(text\.statement,(\d+),(\d+)\)/.exec(xml)!
    const words = [...text].slice(Number(from), Number(from) + Number(length)).join('')
    expect(words).toBe('The tram line pays for itself')
  })

  test('leaves open when something was made, if it does not say', async () => {
    const { content } = await written(tei.writer!, tram)
    const xml = String(content['']).replace(/ when="[^"]*"/g, '')
    const { annotations, links } = await tei.reader!.read(sourceFiles('x.xml', { '': xml }), reading)
    expect(new Set([...annotations, ...links].map(({ created }) => created))).toEqual(new Set(['']))
  })

  test.each([
    ['<a/>', /x\.xml is no TEI corpus: it begins with <a>/],
    ['<teiCorpus>\n<standOff></teiCorpus>', /x\.xml, line 2/],
  ])('is refused where it is broken: %s', async (xml, message) => {
    const options = { signal: undefined, progress: () => {} }
    await expect(tei.reader!.read(sourceFiles('x.xml', { '': xml }), options)).rejects.toThrow(message)
  })
})
