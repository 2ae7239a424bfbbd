import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dataset } from '../../dataset.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { expectUntouchedSame } from '../testing/untouched.ts'
import { refiQda } from './index.ts'

const options = { signal: new AbortController().signal, progress: () => {} }
let folder: string
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refi-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(data: Dataset) {
  const path = join(folder, `${count++}.qdpx`)
  const { readAs } = await refiQda.writer!.write(data, path, options)
  const bytes = await readFile(path)
  await rm(path)
  return { bytes, readAs }
}

const read = (files: Record<string, string | Uint8Array>) =>
  refiQda.reader!.read(sourceFiles('study.qdpx', files), { signal: undefined, progress: () => {} })

const utf8 = new TextDecoder()

describe('a REFI-QDA project', () => {
  test('of more texts than a zip can hold files is refused before anything is written', async () => {
    const [document] = tram.documents
    const documents = Array.from({ length: 65_535 }, (_, number) => ({ ...document!, id: `d${number}` }))
    const many = { ...tram, documents, annotations: [], links: [], claims: [], memos: [] }
    const path = join(folder, 'many.qdpx')
    await expect(refiQda.writer!.write(many, path, options)).rejects.toThrow(
      'a zip of 65,536 files, and none holds more than 65,535: export fewer documents',
    )
    expect(existsSync(path)).toBe(false)
  })

  /** QualCoder 4 (refi.py, sub_codes): of codes of one name it makes the first, and passages of the others go uncoded. */
  test('calls no two codes the same', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => {
        const tags = data.tags.map((tag, index) => ({ ...tag, name: ['Bias', tag.name, ''][index % 3]! }))
        const { bytes } = await written({ ...data, tags })
        const project = utf8.decode(unzipSync(bytes)['project.qde'])
        const names = [...project.matchAll(/<Code guid="[^"]*" name="([^"]*)"/g)].map(([, name]) => name)
        expect(names).toHaveLength(tags.length)
        expect(new Set(names).size).toBe(names.length)
      }),
      { numRuns: 20 },
    )
  })

  test('is the same again when it is read and written, and what it loses is said', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => {
        const first = await written(data)
        const incoming = await read(unzipSync(first.bytes))
        expect(incoming.leftOut).toEqual([])
        const again = datasetOf(incoming)
        const second = await written(again)
        expect(utf8.decode(unzipSync(second.bytes)['project.qde'])).toBe(
          utf8.decode(unzipSync(first.bytes)['project.qde']),
        )
        expect(second.bytes.equals(first.bytes)).toBe(true)
        expect(second.readAs.size).toBe(0)
        expectUntouchedSame(data, again, refiQda.writer!.losses(data), first.readAs)
      }),
      { numRuns: 60 },
    )
  })

  test('counts in characters, and is named by its words', async () => {
    const files = unzipSync((await written(tram)).bytes)
    const project = utf8.decode(files['project.qde'])
    const text = utf8.decode(Object.entries(files).find(([path]) => path.startsWith('sources/'))![1])
    const found = /name="([^"]*)" startPosition="(\d+)" endPosition="(\d+)"/.exec(project)!
    expect([...text].slice(Number(found[2]), Number(found[3])).join('')).toBe(found[1])
    expect(text.startsWith('🚋')).toBe(true)
  })

  test('goes through the list of its files as often, however many texts they are', async () => {
    const looks = async (count: number): Promise<number> => {
      const documents = Array.from({ length: count }, (_, at) => ({
        ...tram.documents[0]!,
        ...{ id: `d${at}`, title: `Text ${at}` },
      }))
      const nothing = { annotations: [], claims: [], links: [], memos: [] }
      const textOf = () => tram.textOf(tram.documents[0]!.id)
      const { bytes } = await written({ ...tram, ...nothing, documents, textOf })
      const source = sourceFiles('study.qdpx', unzipSync(bytes))
      let looks = 0
      const counting = new Proxy(source, {
        get(target, name) {
          if (name === 'paths') looks += 1
          return Reflect.get(target, name)
        },
      })
      const incoming = await refiQda.reader!.read(counting, { signal: undefined, progress: () => {} })
      expect(incoming.documents.filter(({ text }) => text !== null).length).toBe(count)
      return looks
    }
    expect(await looks(80)).toBe(await looks(10))
  })

  test('keeps the links between documents, claims and links', async () => {
    const data = tram
    const incoming = await read(unzipSync((await written(data)).bytes))
    expect(incoming.links).toHaveLength(data.links.length)
    expect(incoming.claims.map(({ statement }) => statement)).toEqual(
      data.claims.map(({ statement }) => statement),
    )
    expect(incoming.speakers.map(({ name }) => name)).toEqual(data.speakers.map(({ name }) => name))
  })
})

const text = '😀 We should ban cars.\nNo: cars help 👩‍👩‍👧 people.\nAnd so on.\n'
const named = (positions: readonly [name: string, start: number, end: number][], origin = 'Other') =>
  `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="${origin}">
   <CodeBook><Codes><Code guid="{122FD510-7655-4006-B616-C43E666FA437}" name="Claim" isCodable="true" color="#e65"/></Codes></CodeBook>
   <Sources><TextSource guid="a218e301-5aab-4813-af5c-7f05cb866e07" name="d" plainTextPath="internal://d.txt">${positions
     .map(
       ([name, start, end], index) =>
         `<PlainTextSelection guid="6f3a5f3c-dfcc-4359-bdfc-64fe7838a53${index}" name="${name}" startPosition="${start}" endPosition="${end}"><Coding guid="dd54ea29-2cde-4ea3-aaeb-0ede898d68d${index}"><CodeRef targetGUID="122fd510-7655-4006-b616-c43e666fa437"/></Coding></PlainTextSelection>`,
     )
     .join('')}</TextSource></Sources></Project>`
const quotes = ['We should ban cars', 'cars help 👩‍👩‍👧 people', 'And so on']

describe('positions of other programs', () => {
  const crlf = text.replaceAll('\n', '\r\n')
  const inPoints = (whole: string, words: string): [number, number] => {
    const start = [...whole.slice(0, whole.indexOf(words))].length
    return [start, start + [...words].length]
  }
  const inUnits = (whole: string, words: string): [number, number] => {
    const start = whole.indexOf(words)
    return [start, start + words.length]
  }
  const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)])
  test.each([
    ['code points', text, (words: string) => inPoints(text, words)],
    ['code points, CRLF as two', crlf, (words: string) => inPoints(crlf, words)],
    ['code points, CRLF as one', crlf, (words: string) => inPoints(text, words)],
    ['a file with LF counted with CRLF', text, (words: string) => inPoints(crlf, words)],
    ['UTF-16', text, (words: string) => inUnits(text, words)],
    ['UTF-16, CRLF as two', crlf, (words: string) => inUnits(crlf, words)],
    ['after a byte order mark that is not counted', marked, (words: string) => inPoints(text, words)],
    [
      'after a byte order mark that is counted',
      marked,
      (words: string) => inPoints(text, words).map((at) => at + 1) as [number, number],
    ],
  ])('are found when counted in %s', async (_, source, count) => {
    const project = named(quotes.map((words) => [words, ...count(words)]))
    const { annotations, documents } = await read({ 'Project.qde': project, 'Sources/d.txt': source })
    expect(documents[0]!.text!.text).toBe(text)
    expect(annotations.map(({ spans }) => spans!.map(({ start, end }) => text.slice(start, end)))).toEqual(
      quotes.map((words) => [words]),
    )
  })

  test('are kept where names are no words of the text', async () => {
    const project = named([
      ['line:1', 2, 20],
      ['line:2', 26, 35],
    ])
    const { annotations } = await read({ 'project.qde': project, 'sources/d.txt': text })
    expect(annotations.map(({ spans, quote }) => [spans, quote])).toEqual([
      [[{ start: 3, end: 21 }], null],
      [[{ start: 27, end: 36 }], null],
    ])
  })

  test('are kept where a selection has no name beside others that have', async () => {
    const [first, second, third] = quotes.map((words) => [words, ...inPoints(text, words)] as const)
    const project = named([[...first!], ['', second![1], second![2]], ['', third![1], third![2]]])
    const { annotations, leftOut } = await read({ 'project.qde': project, 'sources/d.txt': text })
    expect(annotations.map(({ spans }) => spans!.map(({ start, end }) => text.slice(start, end)))).toEqual(
      quotes.map((words) => [words]),
    )
    expect(leftOut).toEqual([])
  })

  test('give way to the words where only these are right', async () => {
    const [first, second] = quotes.map((words) => [words, ...inPoints(text, words)] as const)
    const project = named([[...first!], [...second!], ['And so on', 1, 5]])
    const { annotations } = await read({ 'project.qde': project, 'sources/d.txt': text })
    expect(annotations[2]).toMatchObject({ spans: null, quote: ['And so on'] })
  })

  test('count a CRLF as two without a sign, and as one for ATLAS.ti', async () => {
    const at: [string, number, number][] = [['', ...inPoints(crlf, 'And so on')]]
    const files = (origin: string) => ({ 'project.qde': named(at, origin), 'sources/d.txt': crlf })
    const wordsOf = async (origin: string) => {
      const { annotations } = await read(files(origin))
      const [span] = annotations[0]!.spans!
      return text.slice(span!.start, span!.end)
    }
    expect(await wordsOf('NVivo')).toBe('And so on')
    expect(await wordsOf('ATLAS.ti Windows')).not.toBe('And so on')
  })
})

describe('projects that are strange', () => {
  test.each([
    ['no project', { 'a.txt': 'x' }, /study\.qdpx holds no project\.qde/],
    ['another root', { 'project.qde': '<CodeBook/>' }, /begins with <CodeBook>/],
    ['broken XML', { 'project.qde': '<Project>\n<Users></Project>' }, /project\.qde, line 2/],
    [
      'an outer entity',
      { 'project.qde': '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project name="&x;"/>' },
      /project\.qde, line 1.*entity/,
    ],
  ])('are refused: %s', async (_, files, message) => {
    await expect(read(files as Record<string, string>)).rejects.toThrow(message)
  })

  test('bring passages without their text, to be found by their words', async () => {
    const { documents, annotations } = await read({ 'project.qde': named([['ban cars', 12, 20]]) })
    expect(documents[0]).toMatchObject({ text: null, knownAs: ['d', 'd.txt'] })
    expect(annotations[0]).toMatchObject({ spans: null, quote: ['ban cars'] })
  })

  test('bring codes that a selection names by itself, and what is said of a text and in a note', async () => {
    const project = `<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="Other"><CodeBook><Codes>
      <Code guid="c1" name="Claim" isCodable="true"/><Code guid="c2" name="Cost" isCodable="true"/></Codes></CodeBook>
      <Sources><TextSource guid="s" name="t"><Description>Read at the council.</Description>
        <PlainTextContent>The bus is late.</PlainTextContent>
        <PlainTextSelection guid="p" startPosition="4" endPosition="7"><CodeRef targetGUID="c1"/><CodeRef targetGUID="c2"/>
          <NoteRef targetGUID="n"/></PlainTextSelection></TextSource></Sources>
      <Notes><Note guid="n"><Description>Which one?</Description></Note></Notes></Project>`
    const { annotations, documents, memos, leftOut } = await read({ 'project.qde': project })
    expect(annotations.map(({ tag, spans }) => [tag, spans])).toEqual([
      ['c1', [{ start: 4, end: 7 }]],
      ['c2', [{ start: 4, end: 7 }]],
    ])
    expect(documents[0]!.metadata).toEqual(new Map([['description', 'Read at the council.']]))
    expect(memos.map(({ text }) => text)).toEqual(['Which one?'])
    expect(leftOut).toEqual([])
  })

  /** QualCoder 4 (refi.py): text_selection_xml writes names unchecked; create_annotation_note_xml; sources_xml. */
  test('of QualCoder bring its annotations to their passages, and names with characters that no XML has', async () => {
    const project = (
      origin: string,
    ) => `<Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="${origin}"><CodeBook><Codes>
      <Code guid="c1" name="Claim" isCodable="true"/></Codes></CodeBook>
      <Sources><TextSource guid="s" name="t" plainTextPath="internal://t.txt">
        <PlainTextSelection guid="p" name="😀 The\fbus" startPosition="0" endPosition="9"><Coding guid="k"><CodeRef targetGUID="c1"/></Coding></PlainTextSelection>
        <NoteRef targetGUID="n"/><NoteRef targetGUID="m"/></TextSource></Sources>
      <Notes><Note guid="n" creatingUser="u" creationDateTime="2026-01-02T10:00:00Z"><PlainTextContent>Which one of them?</PlainTextContent>
        <PlainTextSelection guid="q" startPosition="6" endPosition="9"/></Note>
        <Note guid="m"><PlainTextContent>Gone.</PlainTextContent><PlainTextSelection guid="r" startPosition="90" endPosition="99"/></Note>
      </Notes></Project>`
    const files = (origin: string) => ({
      'project.qde': project(origin),
      'sources/t.txt': '\ufeff😀 The\fbus is late.',
    })
    const { annotations, documents, memos, leftOut } = await read(files('QualCoder 4.0'))
    const { text } = documents[0]!.text!
    expect(
      annotations.map(({ spans, tag, note }) => [text.slice(spans![0]!.start, spans![0]!.end), tag, note]),
    ).toEqual([
      [text.slice(0, 10), 'c1', ''],
      ['bus', 'not coded', 'Which one of them?'],
    ])
    expect(annotations[1]).toMatchObject({ annotator: 'u', created: '2026-01-02T10:00:00.000Z' })
    expect(memos).toMatchObject([{ about: { document: 's' }, text: 'Gone.' }])
    expect(leftOut).toEqual(
      expect.arrayContaining([
        { what: 'characters that XML has no place for, which became “�”', count: 1 },
        { what: 'passages that are marked in notes', count: 1 },
      ]),
    )
    // It writes CRLF where it is asked to (export_project), and counts as it did before.
    const blank = await read({
      'project.qde': project('QualCoder 4.0').replace(
        /name="😀[^"]*" startPosition="0" endPosition="9"/,
        'name="bus  " startPosition="2" endPosition="7"',
      ),
      'sources/t.txt': '\ufeff😀 bus\r\n\r\n',
    })
    expect(blank.annotations[0]!.spans).toEqual([{ start: 3, end: 8 }])
    const other = await read(files('Other'))
    expect(other.memos).toMatchObject([
      { about: { document: 's' }, text: 'Which one of them?' },
      { text: 'Gone.' },
    ])
  })

  test('are read whatever they call the version', async () => {
    const sources =
      '<Sources><TextSource guid="3" name="t"><PlainTextContent>abc</PlainTextContent></TextSource></Sources>'
    for (const version of ['1.0', '1:0', '1.5']) {
      const project = `<Project xmlns="urn:QDA-XML:project:${version}" name="p">${sources}</Project>`
      expect((await read({ 'project.qde': project })).documents).toMatchObject([{ title: 't' }])
    }
  })

  test('say what was left out, and who is unknown', async () => {
    const project = `<Project xmlns="urn:QDA-XML:project:1.0" name="p"><Sources>
      <PictureSource guid="1" name="p"><PictureSelection guid="2" firstX="0"/></PictureSource>
      <TextSource guid="3" name="t"><PlainTextContent>abc def</PlainTextContent>
        <PlainTextSelection guid="4" startPosition="0" endPosition="3" creatingUser="77"><NoteRef targetGUID="6"/></PlainTextSelection>
        <PlainTextSelection guid="5" startPosition="4" endPosition="99"/>
        <Coding guid="8"><CodeRef targetGUID="9"/></Coding>
      </TextSource></Sources>
      <Notes><Note guid="6" name="Look"><PlainTextContent>twice</PlainTextContent>
        <PlainTextSelection guid="10" startPosition="0" endPosition="2"><Coding guid="11"><CodeRef targetGUID="9"/></Coding></PlainTextSelection>
        <Coding guid="12"><CodeRef targetGUID="9"/></Coding><Coding guid="13"><CodeRef targetGUID="9"/></Coding>
      </Note></Notes>
      <Links><Link guid="l" name="x" originGUID="4" targetGUID="404"/></Links></Project>`
    const incoming = await read({ 'project.qde': project })
    expect(incoming.annotations).toMatchObject([{ id: '4', annotator: '77' }])
    expect(incoming.tags).toMatchObject([{ name: 'Not coded' }])
    expect(incoming.memos).toMatchObject([{ about: { annotation: '4' }, text: 'Look\n\ntwice' }])
    expect(incoming.leftOut.map(({ what, count }) => `${count} ${what}`).sort()).toEqual([
      '1 codes that are given to a whole document',
      '1 links of codes, documents and notes',
      '1 parts of pictures, pages, sounds and films',
      '1 passages that are marked in notes',
      '1 pictures, sounds, films and PDFs without their text',
      '1 selections that lie outside their text',
      '2 codes that are given to a note',
    ])
    expect(incoming.doubts).toMatchObject([{ where: 'User 77' }])
  })
})

const corpus = fileURLToPath(new URL('../../../../../shared/corpus/formats/refi-qda/', import.meta.url))

describe.skipIf(!existsSync(corpus))('projects that other programs wrote', () => {
  const zipped = (name: string) => unzipSync(readFileSync(join(corpus, name)))
  const filesIn = (name: string) =>
    Object.fromEntries(Object.entries(zipped(name)).filter(([path]) => !path.endsWith('/')))

  test('QualCoder’s, with a byte order mark and an emoji', async () => {
    const { annotations, annotators, documents } = await read(filesIn('qualcoder-export-emoji.qdpx'))
    const { text } = documents[0]!.text!
    expect(annotations.map(({ spans }) => text.slice(spans![0]!.start, spans![0]!.end))).toEqual(
      quotes.slice(0, 2),
    )
    expect(annotators.map(({ name }) => name)).toEqual(['ann', 'bob', 'default'])
  })

  test('qc’s, whole', async () => {
    const incoming = await read(filesIn('cproctor-demo.qdpx'))
    expect(incoming.documents.every(({ text }) => text !== null)).toBe(true)
    expect(incoming.leftOut).toEqual([])
    expect(incoming.annotations).toHaveLength(
      utf8.decode(filesIn('cproctor-demo.qdpx')['project.qde']).split('<Coding ').length - 1,
    )
    expect(incoming.tags.some(({ parent }) => parent !== null)).toBe(true)
  })

  test('are valid by the official schema when this program writes them again', async () => {
    const { XmlDocument, XsdValidator } = await import('libxml2-wasm')
    const schema = XmlDocument.fromBuffer(readFileSync(join(corpus, 'Project.xsd')))
    const validator = XsdValidator.fromDoc(schema)
    const validate = (bytes: Uint8Array) => {
      const document = XmlDocument.fromBuffer(unzipSync(bytes)['project.qde']!)
      try {
        validator.validate(document)
      } finally {
        document.dispose()
      }
    }
    for (const name of ['qualcoder-export-emoji.qdpx', 'cproctor-demo.qdpx']) {
      validate((await written(datasetOf(await read(filesIn(name))))).bytes)
    }
    validate((await written(tram)).bytes)
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => validate((await written(data)).bytes)),
      { numRuns: 30 },
    )
  })
})
