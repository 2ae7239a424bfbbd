import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { corpusPath, isInCorpus, torture, tortureDataset } from '../../testing/corpus.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { reading, written } from '../../testing/written.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { expectUntouchedSame } from '../testing/untouched.ts'
import { conll } from './conll.ts'

vi.setConfig({ testTimeout: 60_000 })

const reader = conll.reader!
const writer = conll.writer!
const read = (content: string, name = 'd.conll') => reader.read(sourceFiles(name, { '': content }), reading)
const asWords = (files: Record<string, Buffer>) =>
  Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, String(bytes)]))

/** Fails where a row is no word and label of one of the tags, or a label goes on that has not begun. */
function expectValid(content: string): void {
  let before = 'O'
  for (const line of content.split('\n')) {
    if (line === '') {
      before = 'O'
      continue
    }
    const [word, label, ...more] = line.split('\t')
    expect(word).toMatch(/^[^\s\p{Cc}]+$/u)
    expect(label).toMatch(/^(?:O|[BI]-\S+)$/)
    expect(more).toEqual([])
    if (label![0] === 'I') expect(before.slice(2)).toBe(label!.slice(2))
    before = label!
  }
}

describe('CoNLL', () => {
  it('gives back what it got, but for what is named as lost', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (original) => {
        const first = await written(writer, original)
        for (const [path, bytes] of Object.entries(first.content)) {
          if (path.endsWith('.conll')) expectValid(String(bytes))
        }
        const incoming = await reader.read(sourceFiles('x', first.content), reading)
        expect([incoming.leftOut, incoming.doubts]).toEqual([[], []])
        const back = datasetOf(incoming)
        expectUntouchedSame(original, back, writer.losses(original), first.readAs)
        expect(asWords((await written(writer, back)).content)).toEqual(asWords(first.content))
      }),
      { numRuns: 40 },
    )
  })

  it('keeps the longest of what lies over one another, and says of which tags the others are', async () => {
    const [long, , other] = tram.annotations
    const short = { ...other!, id: 'short', document: long!.document, spans: [{ start: 12, end: 16 }] }
    const data = { ...tram, annotations: [long!, { ...short, annotator: long!.annotator }] }
    const { content } = await written(writer, data)
    expect(String(content['annotation/Statement/Ada.conll'])).toContain('The\tB-Claim\ntram\tI-Claim\n')
    const lost = writer.losses(data).find(({ what }) => what.includes('longer'))
    expect(lost).toEqual({
      what: 'annotations with “Rebuttal” that lie over longer ones',
      touches: [{ kind: 'annotation', ids: ['short'] }],
    })
  })

  it.skipIf(!isInCorpus('torture'))('is valid on a text in which every count differs', async () => {
    const { content } = await written(writer, tortureDataset())
    expectValid(String(content['annotation/Torture/Ada.conll']))
    const { annotations, documents } = await reader.read(sourceFiles('x', content), reading)
    expect(documents[0]!.text!.text).toBe(torture().text)
    expect(annotations.map(({ spans }) => spans![0])).toEqual(
      torture().spans.map(({ utf16: [start, end] }) => ({ start, end })),
    )
  })

  it.each([
    ['BIO', 'a B-X\nb I-X\nc B-X\n\nd I-Y\n'],
    ['IOB', 'a I-X\nb I-X\nc B-X\n\nd I-Y\n'],
    ['BIOES', 'a B-X\nb E-X\nc S-X\n\nd S-Y\n'],
    ['BILOU', 'a B-X\nb L-X\nc U-X\n\nd U-Y\n'],
    ['comments without a space', '###MEDLINE:9529\n\na\tB-X\nb\tI-X\nc\tB-X\n\n#9\nd\tB-Y\n'],
    ['numbers and comments', '# of somebody\n1\ta\tB-X\tO\n2\tb\tI-X\tO\n3\tc\tB-X\tO\n\n1\td\tB-Y\tO\n'],
  ])('reads %s', async (_, content) => {
    expect(await reader.recognises(sourceFiles('d.txt', { '': content }))).toBe(true)
    const { annotations, documents } = await read(content)
    expect(documents[0]!.text!.text).toBe('a b c\nd')
    expect(annotations.map(({ tag, spans }) => [tag, spans![0]!.start, spans![0]!.end])).toEqual([
      ['name:X', 0, 3],
      ['name:X', 4, 5],
      ['name:Y', 6, 7],
    ])
  })

  it.each([
    ['a tab', '#\tB-X\n1\tI-X\n# of\tO\n'],
    ['spaces', '# text = # 1\n# B-X\n1 I-X\n'],
    ['further columns', '#\tn-tv.de [2005]\n1\t#\tB-X\tO\n2\t1\tI-X\tO\n'],
    ['comments with as many words as there are columns', '# text O\n#\tSYM\tB-X\n1\tCD\tI-X\n'],
  ])('takes a # that has a label for a word, other lines with it for comments: %s', async (_, content) => {
    const { annotations, documents } = await read(content)
    expect(documents[0]!.text!.text).toBe('# 1')
    expect(annotations.map(({ spans }) => spans)).toEqual([[{ start: 0, end: 3 }]])
  })

  it('looks for the label of a # where the other rows have theirs', async () => {
    const { annotations, documents } = await read('# sent O\n# B-X sign\nword I-X word\n')
    expect(documents[0]!.text!.text).toBe('# word')
    expect(annotations).toMatchObject([{ spans: [{ start: 0, end: 6 }] }])
  })

  it.each([
    '{"text":"Vitamin B-12 , they say","spans":[]}\n{"te',
    '[ {"text":"blood group O is rare"} ]\n',
    '<p>group O is rare</p>\n',
  ])('does not take %s for rows, though words of it look like labels', async (content) => {
    expect(await reader.recognises(sourceFiles('d.jsonl', { '': content }))).toBe(false)
  })

  it('knows rows that begin with a bracket', async () => {
    for (const content of [
      ...['{ O\nx B-X\n', '[\tO\nx\tB-X\n', '<\tO\n', '[[ O\nx B-X\n', '[ [ O\nx B B-X\n'],
      ...['<unk>\tO\nx\tB-X\n', '<s> O\r\nx B-X\r\n', '<user>\tO\tuser\nx\tB-X\tx\n', '<url> NN B-X\n'],
    ]) {
      expect(await reader.recognises(sourceFiles('d.conll', { '': content }))).toBe(true)
    }
  })

  it('leaves out a label beside no word', async () => {
    const { annotations, leftOut } = await read('tram\tB-Claim\n\tI-Claim\n\n\tB-Claim\npays\tO\n')
    expect(annotations).toMatchObject([{ spans: [{ start: 0 }] }])
    expect(leftOut).toContainEqual({ what: 'labels of rows without a word', count: 1 })
  })

  it('takes a text for each -DOCSTART-, and leaves phrases beside labels', async () => {
    const row = '-DOCSTART- -X- O O'
    const incoming = await read(`${row}\n\nA DT B-NP B-PER\n\n${row}\n\nB DT B-NP O\n`)
    expect(incoming.documents.map(({ title, text }) => [title, text!.text])).toEqual([
      ['d 1', 'A'],
      ['d 2', 'B'],
    ])
    expect(incoming.annotations).toHaveLength(1)
    expect(incoming.leftOut).toEqual([{ what: 'columns of phrases', count: 2 }])
  })

  it('reads rows that begin with their label', async () => {
    const { documents, annotations } = await read('O\tthe\nB-Road\tring\nI-Road\troad\n\nO\tis\nO\tfull\n')
    expect(documents.map(({ text }) => text?.text)).toEqual(['the ring road\nis full'])
    expect(annotations).toMatchObject([{ tag: 'name:Road', spans: [{ start: 4, end: 13 }] }])
  })

  it('takes the sentences as “# text” states them, where they have the words of the rows', async () => {
    const { documents, annotations } = await read(
      '# text = Ada pays.\n1\tAda\tB-PER\n2\tpays\tO\n3\t.\tO\n\n# text = Other words.\n1\tTrams\tB-T\n2\tpay\tO\n',
    )
    expect(documents[0]?.text?.text).toBe('Ada pays.\nTrams pay')
    expect(annotations.map(({ spans }) => spans)).toEqual([[{ start: 0, end: 3 }], [{ start: 10, end: 15 }]])
  })

  it('loses no word where no empty line ends a sentence before the next “# text”', async () => {
    const { documents, annotations } = await read(
      '# text = Ada pays.\nAda\tB-PER\npays\tO\n.\tO\n# text = Trams (pay)\nTrams\tB-T\n(pay)\tO\n',
    )
    expect(documents[0]?.text?.text).toBe('Ada pays.\nTrams (pay)')
    expect(annotations.map(({ spans }) => spans)).toEqual([[{ start: 0, end: 3 }], [{ start: 10, end: 15 }]])
  })

  it('takes the columns that the first row names, a text for each document, and no space where none follows', async () => {
    const head = 'TOKEN\tNE-COARSE-LIT\tNE-FINE-LIT\tNEL-LIT\tMISC\n# language = de\n'
    const one =
      '# document_id = a\nIn\tO\tO\t_\t_\nBern\tB-loc\tB-loc.town\tQ70\tNoSpaceAfter|EndOfLine\n.\tO\tO\t_\t_\n'
    const { documents, annotations, leftOut } = await read(
      `${head}${one}\n# document_id = b\nRom\tB-loc\tO\tQ220\t_\n`,
    )
    expect(documents.map(({ title, text }) => [title, text?.text])).toEqual([
      ['a', 'In Bern.'],
      ['b', 'Rom'],
    ])
    expect(annotations.map(({ tag, spans }) => [tag, spans?.[0]])).toEqual([
      ['name:loc', { start: 3, end: 7 }],
      ['name:loc.town', { start: 3, end: 7 }],
      ['name:loc', { start: 0, end: 3 }],
    ])
    expect(leftOut).toEqual([{ what: 'columns that hold no labels', count: 2 }])
    await expect(read(`${head}${one}Bern\tO\n`)).rejects.toThrow(/line 7: .*each row must have a cell/)
  })

  it('reads what components of arguments are about, by their distance up to an empty line', async () => {
    const labels = [
      ['B-Premise:1:Support', 'I-Premise:1:Support', 'O', 'B-Claim:Against', 'B-Premise:-1:Attack'],
      ['B-Premise:-1:Support', 'B-MajorClaim'],
    ]
    const rows = labels.map((part) => part.map((label, at) => `${at + 1}\tw${at}\t${label}\n`).join(''))
    const incoming = await read(rows.join('\n'))
    const tags = new Map(incoming.tags.map(({ id, name }) => [id, name]))
    const named = incoming.annotations.map(({ tag, attributes }) => [tags.get(tag), ...attributes])
    expect(named).toEqual([
      ['Premise'],
      ['Claim', ['stance', 'Against']],
      ['Premise'],
      ['Premise'],
      ['MajorClaim'],
    ])
    const words = new Map(incoming.annotations.map(({ id }, at) => [id, at]))
    const ends = incoming.links.map(({ source, target, linkType }) => [
      ...[source, target].map((end) => 'annotation' in end && words.get(end.annotation)),
      incoming.linkTypes.find(({ id }) => id === linkType)?.name,
    ])
    expect(ends).toEqual([
      [0, 1, 'Support'],
      [2, 1, 'Attack'],
    ])
    expect(incoming.leftOut).toEqual([{ what: 'relations to components that are not there', count: 1 }])
    // Without numbers they are tags of ours that are called so.
    const plain = await read('w\tB-a:-1:b\nx\tB-a:1:b\n')
    expect(plain.tags.map(({ name }) => name)).toEqual(['a:-1:b', 'a:1:b'])
  })

  it('reads as many components as there are, each about one in its own part', async () => {
    const part = '1\ta\tB-Premise:1:Support\n2\tb\tB-Claim:For\n\n'
    const { links } = await read(part.repeat(40_000))
    expect(links).toHaveLength(40_000)
  }, 20_000)

  it('reads as many rows as there are', async () => {
    const { annotations } = await read('a B-X\nb I-X\n\n'.repeat(150_000))
    expect(annotations).toHaveLength(150_000)
  })

  it.each([
    ['a B-X\nb\n', /“d\.conll”, line 2: a row must be a word and a label/],
    ['a B-X\nb C\n', /line 2/],
    ['a\n', /line 1/],
  ])('is refused where it is broken: %j', async (content, message) => {
    await expect(read(content)).rejects.toThrow(message)
  })

  const folder = corpusPath('formats/conll')
  const samples = existsSync(folder) ? readdirSync(folder) : []
  it.each(samples.filter((name) => name.endsWith('.conll')))('reads %s', async (name) => {
    const source = sourceFiles(name, { '': readFileSync(`${folder}/${name}`) })
    expect(await reader.recognises(source)).toBe(true)
    const { annotations, documents, doubts } = await reader.read(source, reading)
    expect(doubts).toEqual([])
    expect(documents).toHaveLength(1)
    const { text } = documents[0]!.text!
    for (const { spans } of annotations) {
      expect(text.slice(spans![0]!.start, spans![0]!.end)).toMatch(/^\S(?:.*\S)?$/s)
    }
    expect(annotations.length).toBeGreaterThan(2)
  })
})
