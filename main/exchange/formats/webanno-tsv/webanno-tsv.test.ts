import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Dataset } from '../../dataset.ts'
import { corpusPath, isInCorpus, torture, tortureDataset } from '../../testing/corpus.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { reading, written } from '../../testing/written.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { expectUntouchedSame } from '../testing/untouched.ts'
import type { Cas } from '../uima-cas/cas.ts'
import { readXmi } from '../uima-cas/read-xmi.ts'
import { segmentsOf } from '../uima-cas/segments.ts'
import { sentenceType, type TypeDescription, tokenType } from '../uima-cas/types.ts'
import { readTsv } from './read-tsv.ts'
import { withGaps } from './serialization.ts'
import { firstLink, nextLink, source, type TsvDocument, type TsvLayer, target } from './tsv-document.ts'
import { webannoTsv } from './webanno-tsv.ts'
import { tsvPieces } from './write-tsv.ts'

const corpus = corpusPath('formats/webanno-tsv')
const samples = existsSync(corpus)
  ? readdirSync(corpus).filter((name) => existsSync(`${corpus}/${name}/reference.tsv`))
  : []
/** Which features of the layers refer to other structures. */
function typesOf(layers: readonly TsvLayer[]): Map<string, TypeDescription> {
  const referring = (name: string, ...features: string[]) => ({
    ...{ name, description: '', supertype: '' },
    features: features.map((feature) => ({ name: feature, description: '', range: 'uima.cas.FSArray' })),
  })
  const described = layers.flatMap(({ kind, type, columns }) =>
    kind === 'chain'
      ? [referring(type, nextLink), referring(type.replace(/Link$/, 'Chain'), firstLink)]
      : columns.flatMap((column) =>
          column.kind === 'roles'
            ? [referring(type, column.feature), referring(column.linkType, 'target')]
            : column.kind === 'source'
              ? [referring(type, source, target)]
              : [],
        ),
  )
  return new Map(described.map((type) => [type.name, type]))
}

async function* piecesOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function asTsv({ text, structures }: Cas, layers: readonly TsvLayer[]): TsvDocument {
  const placed = (type: string) =>
    [...structures.values()]
      .filter((structure) => structure.type === type)
      .map(({ id, values }) => ({
        id,
        begin: values.get('begin') as number,
        end: values.get('end') as number,
      }))
  const sentences = placed(sentenceType)
  const tokens = placed(tokenType)
  const units = new Map(
    tokens.map(({ id, begin }) => {
      const sentence = sentences.findIndex(({ end }) => begin < end)
      const inSentence = tokens.filter((token) => token.begin >= sentences[sentence]!.begin)
      return [id, `${sentence + 1}-${inSentence.findIndex((token) => token.id === id) + 1}`]
    }),
  )
  for (const { references } of structures.values()) {
    for (const [name, ids] of references)
      references.set(
        name,
        ids.map((id) => units.get(id) ?? id),
      )
  }
  const flat = (extents: readonly { begin: number; end: number }[]) =>
    extents.flatMap(({ begin, end }) => [begin, end])
  return {
    ...{ text: text!, sentenceIds: new Map(), layers, structures },
    segments: { sentences: flat(sentences), tokens: flat(tokens) },
  }
}

const tsvOf = (name: string): string => readFileSync(`${corpus}/${name}/reference.tsv`, 'utf8')

vi.setConfig({ testTimeout: 60_000 })

async function circle(data: Dataset) {
  const { content, readAs } = await written(webannoTsv.writer!, data)
  const incoming = await webannoTsv.reader!.read(sourceFiles('x', content), reading)
  return {
    files: Object.fromEntries(Object.entries(content).map(([path, bytes]) => [path, String(bytes)])),
    incoming,
    readAs,
  }
}

describe('WebAnno TSV', () => {
  test('is the same again when it is read and written, and what it loses is said', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => {
        const first = await circle(data)
        expect(first.incoming.leftOut).toEqual([])
        const again = datasetOf(first.incoming)
        expect((await circle(again)).files).toEqual(first.files)
        expectUntouchedSame(data, again, webannoTsv.writer!.losses(data), first.readAs)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what WebAnno TSV says', () => {
  const read = (tsv: string) => webannoTsv.reader!.read(sourceFiles('d.tsv', { '': tsv }), reading)
  const header = '#FORMAT=WebAnno TSV 3.3'

  test('keeps the text to the letter, whatever stands between its sentences', async () => {
    const text = '  One. Two!\t Three?\n\n  Four\n five \n'
    const segments = withGaps(text, segmentsOf(text, ''))
    const tsv = [...tsvPieces({ text, segments, sentenceIds: new Map(), layers: [], structures: new Map() })]
    expect(readTsv(tsv.join(''), 'd').text).toBe(text)
    expect(tsv.join('')).toContain('#Text=Two!\\t \n')
  })

  test('becomes passages, with links for slots, relations and chains', async () => {
    const incoming = await read(`${header}
#T_SP=webanno.custom.Part|label
#T_SP=webanno.custom.Frame|ROLE_webanno.custom.Frame:parts_webanno.custom.FrameLink|webanno.custom.Part|name
#T_CH=webanno.custom.CorefLink|referenceRelation|referenceType
#T_RL=webanno.custom.Answer|kind|BT_webanno.custom.Part


#Text=Rain 👍 falls .
1-1\t0-4\tRain\ta\\|b[1]|c[2]\tfirst;*[3]\t1-2;1-1[2]\tx[3]\tsame->1-1\tit[1]\t_\t_\t
1-2\t5-7\t👍\td\t_\t_\t_\t_\t_\trebuts\t1-1[1_0]\t
1-3\t8-13\tfalls\t_\t_\t_\t_\t*->1-2\tit[1]\t_\t_\t
1-3.1\t8-12\tfall\te\t_\t_\t_\t_\t_\t_\t_\t
1-4\t14-15\t.\t_\t_\t_\t_\t_\t_\t_\t_\t
`)
    expect(incoming.leftOut).toEqual([])
    const tags = incoming.annotations.map(({ tag, quote }) => `${tag}: ${quote!.join()}`)
    expect(tags.sort()).toEqual([
      'CorefLink: it: Rain',
      'CorefLink: it: falls',
      'Frame: x: Rain',
      'Part: a|b: Rain',
      'Part: c: Rain',
      'Part: d: 👍',
      'Part: e: fall',
    ])
    expect(incoming.links.map(({ linkType }) => linkType).sort()).toEqual([
      'first',
      'parts',
      'rebuts',
      'same',
    ])
  })

  test('says nothing of a feature whose column is empty, as other writers have it', async () => {
    const { annotations } = await read(`${header}
#T_SP=webanno.custom.Referent|entity|identity|note


#Text=Rain falls .
1-1\t0-4\tRain\tplace[1]|event[2]\t_[1]|Rain[2]\t_\t
1-2\t5-10\tfalls\tevent[2]\t\\_[2]\t_\t
1-3\t11-12\t.\tmark\t\\_\t_\t
`)
    expect(annotations.map(({ quote, attributes }) => [...quote!, ...attributes])).toEqual([
      ['Rain', ['entity', 'place']],
      ['Rain falls', ['entity', 'event'], ['identity', 'Rain']],
      ['.', ['entity', 'mark'], ['identity', '_']],
    ])
  })

  test('is read in one walk, however many sentences it has', () => {
    const count = 150_000
    const sentence = (number: number): string => `A sentence with the number ${100_000 + number}.`
    const length = sentence(0).length
    const rows = Array.from({ length: count }, (_, number) => {
      const start = number * (length + 1)
      return `\n#Text=${sentence(number)}\n${number + 1}-1\t${start}-${start + 1}\tA\t\n`
    })
    const { text } = readTsv(`#FORMAT=WebAnno TSV 3.3\n\n${rows.join('')}`, 'long.tsv')
    expect(text.length).toBe(count * (length + 1) - 1)
    expect(text.endsWith(sentence(count - 1))).toBe(true)
  })

  test('says of columns that it does not declare that they are left out', async () => {
    const { annotations, leftOut } = await read(`${header}
#T_SP=webanno.custom.Part|label


#Text=Rain falls
1-1\t0-4\tRain\ta\tNOUN\t_\t
1-2\t5-10\tfalls\t_\t_\t_\t
`)
    expect(annotations).toHaveLength(1)
    expect(leftOut).toEqual([{ what: 'cells of columns that no layer declares', count: 1 }])
  })

  test('gives back the links that stand in one text, and counts the others', async () => {
    const { incoming } = await circle(tram)
    const lost = webannoTsv.writer!.losses(tram).find(({ what }) => what.startsWith('links across'))!
    expect(incoming.links).toHaveLength(tram.links.length - lost.touches.flatMap(({ ids }) => ids).length)
    expect(incoming.annotators.map(({ name }) => name).sort()).toEqual(['Ada', 'Ben'])
  })

  test('numbers what is linked from the tenth part of a word on, which its unit does not find', async () => {
    const text = 'abcdefghijklm'
    const annotations = [...text.slice(0, -1)].map((letter, start) => ({
      ...tram.annotations[0]!,
      ...{ id: letter, document: 'word', spans: [{ start, end: start + 1 }], claim: null, speaker: null },
    }))
    const links = ['ai', 'jb', 'cl'].map(([source, target]) => ({
      ...tram.links[0]!,
      ...{ id: `${source}${target}`, source: { annotation: source! }, target: { annotation: target! } },
    }))
    const data = {
      ...{ ...tram, annotations, links, claims: [], memos: [] },
      documents: [{ ...tram.documents[0]!, id: 'word' }],
      textOf: () => ({ text, blocks: [], marks: [], breaks: [] }),
    }
    const { files, incoming } = await circle(data)
    const references = Object.values(files).flatMap((file) => file.match(/(?<=\t)1-1[^\t]*(?=\t\n)/g) ?? [])
    // A number of 0 is none: the unit says which one.
    expect(references.sort()).toEqual(['1-1.1', '1-1.10[1_0]', '1-1.3[0_2]'])
    const ends = incoming.links.map(({ source, target }) => JSON.stringify([source, target]))
    expect(ends.sort()).toEqual(links.map(({ source, target }) => JSON.stringify([source, target])).sort())
  })

  test('is the same again of passages with parts that begin and end at the same places', async () => {
    const [statement] = tram.documents
    const [annotation] = tram.annotations
    const ends = [
      { start: 8, end: 11 },
      { start: 24, end: 30 },
    ]
    const held = {
      ...tram,
      documents: [statement!],
      annotations: [
        { ...annotation!, id: 'a', spans: [{ start: 8, end: 9 }, ends[1]!] },
        { ...annotation!, id: 'b', spans: ends },
      ],
      ...{ links: [], memos: [] },
    }
    const first = await circle(held)
    expect(first.incoming.annotations.map(({ id }) => id)).toEqual(['b', 'a'])
    expect((await circle(datasetOf(first.incoming))).files).toEqual(first.files)
  })

  test.skipIf(!isInCorpus('torture'))('counts UTF-16 units', async () => {
    const { files, incoming } = await circle(tortureDataset())
    expect(incoming.documents[0]!.text!.text).toBe(torture().text)
    expect(incoming.annotations.map(({ spans }) => spans![0])).toEqual(
      torture().spans.map(({ utf16: [start, end] }) => ({ start, end })),
    )
    const rows = files['annotation/Torture/Ada.tsv']!.split('\n').map((line) => line.split('\t'))
    for (const [id, offsets, word] of rows) {
      if (!/^\d/.test(id!)) continue
      const [begin, end] = offsets!.split('-').map(Number)
      expect(word).toBe(torture().text.slice(begin, end))
    }
  })

  test.each([
    ['#FORMAT=WebAnno TSV 2', /d\.tsv, line 1: this is no WebAnno TSV 3/],
    [`${header}\n#T_XX=a.B|c`, /line 2: this is no layer/],
    [`${header}\n#T_SP=a.B|c.D`, /line 2: this is no layer/],
    [`${header}\n\n\n#Text=a\n1-1\t0-1`, /line 5: a row must begin with/],
    [`${header}\n\n\n#Text=a\n1-1\t0-9\ta\t`, /line 5: “a” does not stand at 0-9/],
    [`${header}\n\n\n#Text=👍 b\n1-1\t0-1\t👍\t`, /line 5: “👍” does not stand at 0-1 .* UTF-16/],
    [`${header}\n\n\n1-1\t0-1\ta\t`, /line 4: there is a word before any “#Text=”/],
    [`${header}\n\n\n#Text=a\n1-1\t999999999-999999999\ta\t`, /line 5: the sentence begins 999999999/],
    [`${header}\n\n\n#Text=ab\n1-1\t0-2\tab\t\n1-2\t0-1\ta\t`, /line 6: the words are not in their order/],
    [`${header}\n#T_SP=a.B|c\n\n\n#Text=a\n1-1\t0-1\ta`, /line 6: there must be 1 column after/],
    [
      `${header}\n#T_SP=a.B|c|d\n\n\n#Text=a\n1-1\t0-1\ta\tx|y\tz\t`,
      /line 6: the columns of a\.B are not equally/,
    ],
    [
      `${header}\n#T_RL=a.R|BT_a.B\n\n\n#Text=a\n1-1\t0-1\ta\t1-1[7_0]\t`,
      /line 6: (nothing has the number 7|there is no a\.B)/,
    ],
    [`${header}\n\n\n#Text=a`, /the last sentence has no words below it/],
  ])('is refused where it is broken: %j', async (tsv, message) => {
    await expect(read(tsv)).rejects.toThrow(message)
  })
})

describe.skipIf(samples.length === 0)('files that INCEpTION wrote', () => {
  test.each(samples)('are byte for byte the same when read and written: %s', (name) => {
    const content = tsvOf(name)
    expect([...tsvPieces(readTsv(content, name))].join('')).toBe(content)
  })

  const withXmi = samples.filter(
    (name) =>
      existsSync(`${corpus}/${name}/reference.xmi`) &&
      // A feature of this one is not in its XMI.
      name !== 'testSingleNonMultiTokenRelationWithMultipleFeatureValues',
  )

  test.each(withXmi)('are what we write of the CAS that they were made from: %s', async (name) => {
    const content = tsvOf(name)
    const { layers } = readTsv(content, name)
    const xmi = readFileSync(`${corpus}/${name}/reference.xmi`)
    const cas = await readXmi(piecesOf(xmi), typesOf(layers), name, () => 'held')
    // The layer of some of the files was given another name after their XMI had been made.
    const named = new Set(layers.map(({ type }) => type))
    for (const structure of cas.structures.values()) {
      if (!named.has(structure.type) && /\.NamedEntity$/.test(structure.type)) {
        structure.type = 'webanno.custom.Span'
      }
    }
    expect([...tsvPieces(asTsv(cas, layers))].join('')).toBe(content)
  })
})
