import { readFileSync, writeFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import { describe, expect, it, test, vi } from 'vitest'
import { annotationFormats } from '../formats/index.ts'
import { arriving } from '../testing/arriving.ts'
import { corpusPath, isInCorpus } from '../testing/corpus.ts'
import { tram } from '../testing/tram.ts'
import { written } from '../testing/written.ts'
import { isPromising } from './promising.ts'

vi.setConfig({ testTimeout: 120_000 })

const { open, at } = arriving()

const names = ['study', 'study.txt', 'study.2024', 'study.export', 'study.csv']

/** Formats of which one file is enough; rows and remarks apart from a text are known by their endings only. */
const ofOneFile = annotationFormats.flatMap(({ name, reader, writer, makes }) =>
  reader && writer && makes === 'file' && name !== 'argdown' ? [{ name, writer }] : [],
)

describe('a file whose name does not say that it holds annotations', () => {
  test.each(ofOneFile)('is known for $name', async ({ name, writer }) => {
    const { content } = await written(writer, tram)
    const { '': whole, ...files } = content
    await knownAs(name, whole ?? zipSync(files))
  })

  it.skipIf(!isInCorpus('formats/aif/6064-original.json'))('is known for a graph of AIFdb', () =>
    knownAs('aif', readFileSync(corpusPath('formats/aif/6064-original.json'))),
  )

  it.skipIf(!isInCorpus('formats/refi-qda/cproctor-demo.qdpx'))('is known for a project of qc', () =>
    knownAs('refi-qda', readFileSync(corpusPath('formats/refi-qda/cproctor-demo.qdpx'))),
  )

  it('is known after the mark of its encoding too', () =>
    knownAs('refi-qda', Buffer.from('\ufeff\n<Project xmlns="urn:QDA-XML:project:1.0" name="p"/>')))

  it('is known for a table of Recogito', () =>
    knownAs(
      'recogito',
      Buffer.from('UUID,FILE,QUOTE_TRANSCRIPTION,ANCHOR,TYPE\na,b.txt,Tram,char-offset:0,\n'),
    ))

  it('is known for the names of CoNLL-U Plus', () =>
    knownAs('conll', Buffer.from('# global.columns = FORM NE\nRome\t(GPE)\n\n')))

  it.each([
    '-DOCSTART- -X- O\n\nTrams O\n',
    'The DT O\nTram NN B-ORG\n\nPays VB O\n',
    'Rome\tS-LOC\r\nis\tO\r\n',
    'The O\nTram I-ORG\n\nPays O\n',
    'Ada\tPERSON\npays\tO\n.\tO\n\nIt\tO\nruns\tO\n',
  ])('is known for words with their labels: %j', (rows) => knownAs('conll', Buffer.from(rows)))

  it.each(['# newdoc id = a\n', '# sent_id = 1\n', ''])(
    'is known for the rows of CoNLL-U after %j',
    (before) => knownAs('conll', Buffer.from(`${before}1\tRome\tRome\tPROPN\t_\t_\t0\troot\t_\t_\n\n`)),
  )

  async function knownAs(format: string, bytes: Uint8Array): Promise<void> {
    const paths = names.map((name) => at(name))
    for (const path of paths) writeFileSync(path, bytes)
    expect(await open().ask('annotationImport.recognise', { paths })).toMatchObject(
      paths.map((path) => ({ path, format })),
    )
  }
})

test.each([
  ['a', 'The tram pays.'],
  ['a.txt', '[The tram] {pays} <softly>'],
  ['a.txt', 'Group O\nGroup B-negative\nand others'],
  ['a.txt', 'North on I-95\nSouth on I-80\n'],
  ['a.csv', 'title,text\nTrams,The tram pays.\n'],
  ['a.html', '<p>The tram pays.</p>'],
  ['a.docx', 'PK\x03\x04'],
  ['a', '{"type":"project","format":"rejoinder-jsonl","version":1}\n'],
])('nothing looks into %s with %j for annotations', async (name, content) => {
  writeFileSync(at(name), content)
  expect(await isPromising(at(name), [])).toBe(false)
})
