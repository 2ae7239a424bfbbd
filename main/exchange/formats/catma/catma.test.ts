import { describe, expect, it } from 'vitest'
import { formatsOf } from '../../arrival/reading.ts'
import { reading } from '../../testing/written.ts'
import { smallSamples } from '../testing/small-samples.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { catma } from './catma.ts'

const reader = catma.reader!

const text = '\ufeff👍 Rain falls.\r\nIt is wet.'
const tei = String(smallSamples.catma!())

const project = {
  'p/tagsets/T_1/header.json': { name: 'Sky' },
  'p/tagsets/T_1/CATMA_A/propertydefs.json': {
    ...{ name: 'Wet', parentUuid: '', uuid: 'CATMA_A' },
    systemPropertyDefinitions: { c: { name: 'catma_displaycolor', possibleValueList: ['-57318'] } },
    userDefinedPropertyDefinitions: { CATMA_P: { name: 'how', possibleValueList: ['much'] } },
  },
  'p/tagsets/T_1/CATMA_A/CATMA_B/propertydefs.json': { name: 'Rain', parentUuid: 'CATMA_A', uuid: 'CATMA_B' },
  'p/documents/D_1/header.json': {
    ...{ gitContentInfoSet: { author: 'A. Nonym', title: 'Weather' }, gitIndexInfoSet: { locale: 'en' } },
  },
  'p/collections/C_1/annotations/ada_0.json': [
    {
      id: 'collections/C_1/annotations/CATMA_1',
      body: {
        tag: 'tagsets/T_1/CATMA_B',
        properties: {
          system: {
            'CATMA_AB27F1D4-303A-3622-BB2C-72C310D0C1BF': ['ada'],
            'CATMA_54A5F93F-5333-3F0D-92F7-7BD5930DB9E6': ['2020-01-02T10:00:00.000+0100'],
          },
          user: { CATMA_P: ['much', 'little'] },
        },
      },
      target: {
        items: [
          { source: 'D_1', selector: { start: 3, end: 5 } },
          { source: 'D_1', selector: { start: 5, end: 7 } },
          { source: 'D_1', selector: { start: 22, end: 25 } },
        ],
      },
    },
    { id: 'x/CATMA_2', body: {}, target: { items: [{ source: 'D_1', selector: { start: 3, end: 999 } }] } },
    { id: 'x/CATMA_3', body: {}, target: { items: [] } },
  ],
}

const projectFiles = {
  ...Object.fromEntries(Object.entries(project).map(([path, value]) => [path, JSON.stringify(value)])),
  'p/documents/D_1/D_1.txt': text,
}

describe('CATMA', () => {
  it('reads a collection as TEI with its text, whose line ends count two there', async () => {
    const source = sourceFiles('w.zip', { 'corpus/weather.txt': text, 'corpus/collections/ada.xml': tei })
    expect(await formatsOf({ source, beside: null })).toEqual(['catma'])
    const incoming = await reader.read(source, reading)
    expect(incoming.documents).toMatchObject([
      {
        title: 'Weather',
        metadata: new Map([
          ['author', 'A. Nonym'],
          ['language', 'en'],
        ]),
      },
    ])
    expect(incoming.documents[0]!.text!.text).toBe('👍 Rain falls.\nIt is wet.')
    expect(incoming.annotations.map(({ tag, quote, annotator }) => [tag, quote, annotator])).toEqual([
      ['CATMA_RAIN', ['Rain'], 'name:ada'],
      ['CATMA_WET', ['in', 'wet'], 'name:'],
    ])
    expect(incoming.annotations[0]!.created).toBe('2020-01-02T09:00:00.000Z')
    expect(incoming.annotations[1]!.attributes).toEqual(new Map([['how', 'much']]))
    expect(incoming.tags.map(({ name, parent, color }) => [name, parent, color])).toEqual([
      ['Sky', null, ''],
      ['Wet', 'CATMA_SET', '#ff0000'],
      ['Rain', 'CATMA_WET', ''],
    ])
    expect(incoming.leftOut).toEqual([
      { what: 'pointers that no version of CATMA since 3 writes', count: 1 },
      { what: 'segments without a description', count: 1 },
    ])
  })

  it('reads a project, and joins what meets', async () => {
    const source = sourceFiles('p', projectFiles)
    expect(await formatsOf({ source, beside: null })).toEqual(['catma'])
    const { annotations, documents, leftOut, tags } = await reader.read(source, reading)
    expect(documents).toMatchObject([{ title: 'Weather', source: { name: 'D_1.txt' } }])
    expect(annotations).toMatchObject([
      {
        ...{ id: 'CATMA_1', tag: 'CATMA_B', quote: ['Rain', 'wet'], annotator: 'name:ada' },
        ...{ attributes: new Map([['how', 'much, little']]), created: '2020-01-02T09:00:00.000Z' },
      },
    ])
    expect(tags.map(({ name, parent }) => [name, parent])).toEqual([
      ['Sky', null],
      ['Wet', 'T_1'],
      ['Rain', 'CATMA_A'],
    ])
    expect(tags[1]).toMatchObject({ color: '#ff201a', attributes: [{ name: 'how', values: ['much'] }] })
    expect(leftOut).toEqual([
      { what: 'annotations that lie outside their text', count: 1 },
      { what: 'annotations without a place', count: 1 },
    ])
  })

  it.each([
    [{ 'a.xml': tei }, /says only at which letters of “weather” its annotations stand: put that text/],
    [{ 'a.xml': `${tei.slice(0, -6)}`, 'a.txt': text }, /a\.xml, line \d+/],
    [{ ...projectFiles, 'p/collections/C_1/annotations/ben_0.json': '[{' }, /ben_0\.json/],
    [{ 'weather.txt': new Uint8Array([0xff, 0x41]), 'a.xml': tei }, /“weather\.txt” is not UTF-8/],
  ])('is refused where it is broken: %#', async (files, message) => {
    await expect(reader.read(sourceFiles('w', files), reading)).rejects.toThrow(message)
  })

  it('goes round no tag that is its own parent', async () => {
    const tag = JSON.stringify({ name: 'Wet', parentUuid: 'CATMA_B', uuid: 'CATMA_A' })
    const { tags } = await reader.read(
      sourceFiles('p', { ...projectFiles, 'p/tagsets/T_1/CATMA_A/propertydefs.json': tag }),
      reading,
    )
    expect(tags.map(({ name }) => name).sort()).toEqual(['Rain', 'Sky', 'Wet'])
  })
})
