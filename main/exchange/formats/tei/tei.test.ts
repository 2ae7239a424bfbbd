import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Dataset } from '../../dataset.ts'
import { plainLinkType, plainTag } from '../../foreign/gathering.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { reading, written } from '../../testing/written.ts'
import type { Incoming } from '../annotation-format.ts'
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

  test('reads the same wherever in it its annotations stand', async () => {
    const standing = /<standOff>\n[\s\S]*?<\/standOff>\n/
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => {
        const { xml, incoming } = await circle(data)
        const [standOff] = standing.exec(xml)!
        const behind = xml.replace(standing, '').replace(/(?=<\/teiCorpus>\n$)/, () => standOff)
        expect(behind).toHaveLength(xml.length)
        expect(await tei.reader!.read(sourceFiles('corpus.xml', { '': behind }), reading)).toEqual(incoming)
      }),
      { numRuns: 30 },
    )
  })

  test('may be one text beside which as many claims stand as there are', async () => {
    const claims = Array.from(
      { length: 150_000 },
      (_, at) => `<interp xml:id="claim.c${at}">It pays.</interp>`,
    )
    const ours = '<annotation xml:id="annotation.a" ana="#tag.t" resp="#annotator.a" target="#p"/>'
    const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>${ours}<interpGrp>${claims.join('')}</interpGrp></standOff>
      <text><body><p xml:id="p">It pays.</p></body></text></TEI>`
    const incoming = await tei.reader!.read(sourceFiles('one.xml', { '': xml }), reading)
    expect(incoming.claims).toHaveLength(150_000)
  })

  test('names each text by its title and its file, and says that it is not that file', async () => {
    const { incoming } = await circle(tram)
    expect(incoming.documents.map(({ knownAs, source }) => [knownAs, source])).toEqual([
      [['Statement', 'statement.txt'], null],
      [['Answer; or not', 'answer.txt'], null],
    ])
    const named = tei.writer!.losses(tram).find(({ what }) => what.startsWith('names, kinds and checksums'))
    expect(named?.touches).toEqual([{ kind: 'document', ids: ['statement', 'answer'] }])
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

  test('may be one text with what stands off it inside, of which nothing goes without a word', async () => {
    const xml = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title>
      <respStmt xml:id="annotator.ada"><name>Ada</name></respStmt></titleStmt></fileDesc><encodingDesc><classDecl><taxonomy>
      <category xml:id="tag.c"><gloss>Claim</gloss></category></taxonomy></classDecl></encodingDesc></teiHeader>
      <standOff><listAnnotation><annotation resp="#annotator.ada" ana="#tag.c" target="#string-range(p, 0, 5)" xml:id="annotation.a"/>
      <annotation target="#gone" ana="#p"/></listAnnotation><spanGrp><span from="#p" to="#p">theirs</span></spanGrp></standOff>
      <text><body><p xml:id="p">Trams pay.</p></body></text></TEI>`
    const { annotations, tags, annotators, leftOut } = await tei.reader!.read(
      sourceFiles('x.xml', { '': xml }),
      reading,
    )
    expect(annotations).toMatchObject([{ id: 'a', quote: ['Trams'], tag: 'c', annotator: 'ada' }])
    expect([tags, annotators]).toMatchObject([[{ name: 'Claim' }], [{ name: 'Ada' }]])
    expect(leftOut).toEqual([{ what: 'annotations that point to nothing here', count: 2 }])
  })

  test.each([
    ['<a/>', /x\.xml is no TEI corpus: it begins with <a>/],
    ['<teiCorpus>\n<standOff></teiCorpus>', /x\.xml, line 2/],
  ])('is refused where it is broken: %s', async (xml, message) => {
    const options = { signal: undefined, progress: () => {} }
    await expect(tei.reader!.read(sourceFiles('x.xml', { '': xml }), options)).rejects.toThrow(message)
  })
})

describe('a TEI text of another program', () => {
  const text = (
    standOff: string,
  ) => `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
    <title>Letter</title><respStmt xml:id="ada"><resp>annotated</resp><name>Ada</name></respStmt></titleStmt></fileDesc>
    <encodingDesc><classDecl><taxonomy><category xml:id="c1"><catDesc>Claim</catDesc></category></taxonomy></classDecl></encodingDesc>
    </teiHeader><text><body><p xml:id="p1">The <w xml:id="w1">tram</w> <w xml:id="w2">pays</w> 👍 off.</p></body></text>
    <standOff>${standOff}</standOff></TEI>`
  const read = async (standOff: string) => {
    const source = sourceFiles('letter.xml', { '': text(standOff) })
    expect(await tei.reader!.recognises(source)).toBe(true)
    return tei.reader!.read(source, reading)
  }

  test('has what stands off it, in whatever way it points', async () => {
    const { annotations, annotators, tags, links, leftOut } = await read(`
      <listAnnotation><annotation xml:id="a1" target="#string-range(p1,4,9)" ana="#c1" resp="#ada" cert="0.5"><note>Hm.</note></annotation>
      <annotation xml:id="a2" target="#w1 #w2" type="words"/><annotation target="#gone" type="words"/></listAnnotation>
      <spanGrp type="topic" resp="#ben"><span from="#w1" to="#w2">money</span>
      <span xml:id="s2" from="#string-range(//p[@xml:id='p1'], 14, 1)" ana="#thumb"/></spanGrp>
      <linkGrp type="rebuts"><link target="#a1 #s2"/><link target="#a1 #a2 #s2"/></linkGrp>
      <listRelation><relation name="supports" active="#a2" passive="#a1"/></listRelation>`)
    const named = (id: string, list: readonly { id: string; name: string }[]) =>
      list.find((one) => one.id === id)!.name
    expect(
      annotations.map(({ tag, annotator, quote, note, confidence }) => [
        ...[named(tag, tags), named(annotator, annotators), quote!.join(' … '), note, confidence],
      ]),
    ).toEqual([
      ['Claim', 'Ada', 'tram pays', 'Hm.', 0.5],
      ['words', '', 'tram … pays', '', null],
      ['money', 'ben', 'tram pays', '', null],
      ['thumb', 'ben', '👍', '', null],
    ])
    expect(links.map(({ source, target }) => [source, target])).toEqual([
      [{ annotation: 'a1' }, { annotation: 's2' }],
      [{ annotation: 'a2' }, { annotation: 'a1' }],
    ])
    expect(leftOut).toEqual([{ what: 'annotations that point to nothing here', count: 2 }])
  })

  test('keeps the words of notes and lines inside of a paragraph apart', async () => {
    const { documents, annotations } = await tei.reader!.read(
      sourceFiles('letter.xml', {
        '': text('<listAnnotation><annotation target="#n1" type="remark"/></listAnnotation>').replace(
          ' off.</p>',
          '<note xml:id="n1">see p. 3</note>off.<lb/>Then con<lb break="no"/>cerning<pb/>it</p>',
        ),
      }),
      reading,
    )
    expect(documents[0]!.text!.text).toBe('The tram pays 👍 see p. 3 off. Then concerning it')
    expect(annotations.map(({ quote }) => quote)).toEqual([['see p. 3']])
  })

  test('counts the names, dates and quotations inside of it that nothing points to', async () => {
    const xml = text('<listAnnotation><annotation target="#n1" type="person"/></listAnnotation>').replace(
      '</p>',
      ` <hi>said</hi> <persName xml:id="n1"><surname>Ada</surname></persName> in <date when="1843">1843</date>: <q>It
      <seg>pays</seg> <seg ana="#c1">off</seg>.</q></p><quote>So <placeName><settlement>Bern</settlement></placeName>.</quote>`,
    )
    const { annotations, leftOut } = await tei.reader!.read(sourceFiles('x.xml', { '': xml }), reading)
    expect(annotations.map(({ quote }) => quote)).toEqual([['Ada']])
    expect(leftOut).toEqual([{ what: 'names, dates and other marks inside of texts', count: 4 }])
  })

  const passages = ({ annotations }: Incoming) =>
    annotations.map(({ id, document, quote }) => [id, document, ...quote!])

  test('has what points into another text of the corpus there, and not where both texts are meant', async () => {
    const one = (id: string, words: string, standOff = '') => `<TEI xml:id="${id}"><teiHeader/><text><body>
      <p xml:id="p${id}">${words}</p></body></text>${standOff}</TEI>`
    const xml = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>${one('A', 'Alpha one two.')}${one(
      'B',
      'Beta six.',
      `<standOff><listAnnotation><annotation xml:id="z1" target="#string-range(pA,6,3)" type="t"/>
      <annotation target="#pA #pB" type="t"/></listAnnotation><spanGrp><span from="#pA" to="#pB"/></spanGrp></standOff>`,
    )}</teiCorpus>`
    const incoming = await tei.reader!.read(sourceFiles('x.xml', { '': xml }), reading)
    expect(passages(incoming)).toEqual([['z1', 'A', 'one']])
    expect(incoming.leftOut).toEqual([{ what: 'annotations that point to nothing here', count: 2 }])
  })

  test('may have several standOff, whose links go from one to another', async () => {
    const incoming = await read(`<spanGrp><span xml:id="s1" from="#w1"/><span from="#w2"/></spanGrp>
      <linkGrp type="rel"><link target="#s1 #s2"/></linkGrp></standOff><standOff><spanGrp><span xml:id="s2" from="#w2"/>
      <span from="#w1"/></spanGrp><linkGrp type="rel"><link target="#s2 #s1"/></linkGrp>`)
    expect(passages(incoming).map(([, , quote]) => quote)).toEqual(['tram', 'pays', 'pays', 'tram'])
    expect(incoming.links.map(({ source, target }) => [source, target])).toEqual([
      [{ annotation: 's1' }, { annotation: 's2' }],
      [{ annotation: 's2' }, { annotation: 's1' }],
    ])
    expect(incoming.leftOut).toEqual([])
  })

  test('may say more of its words in notes that point to them', async () => {
    const { annotations, tags, leftOut } =
      await read(`<spanGrp><span from="#w2" type="Claim"/></spanGrp><listAnnotation>
      <note xml:id="n1" type="transcription" target="#w1">struck  out</note>
      <note target="#w1" targetEnd="#w2">all of it</note>
      <note target="#nowhere">lost</note></listAnnotation>`)
    const names = new Map(tags.map(({ id, name }) => [id, name]))
    expect(annotations.map(({ id, tag, quote, note }) => [id, names.get(tag), ...quote!, note])).toEqual([
      ['annotation 1', 'Claim', 'pays', ''],
      ['n1', 'transcription', 'tram', 'struck out'],
      ['annotation 3', 'Note', expect.stringMatching(/^tram.*pays$/), 'all of it'],
    ])
    expect(leftOut).toEqual([{ what: 'annotations that point to nothing here', count: 1 }])
  })

  test('has the standard tags and link types where it means them', async () => {
    const { tags, linkTypes } = await read(`<spanGrp><span xml:id="s1" from="#w1" type="Rebuttal"/>
      <span xml:id="s2" from="#w2" type="Hedge"/></spanGrp><linkGrp type="rebuts"><link target="#s1 #s2"/></linkGrp>`)
    expect(tags.map(({ name, role }) => [name, role])).toEqual([
      ['Claim', 'none'],
      ['Rebuttal', 'rebuttal'],
      ['Hedge', 'none'],
    ])
    expect(tags.map(({ color }) => color)).toEqual(['', plainTag('Rebuttal').color, ''])
    expect(linkTypes).toEqual([plainLinkType('rebuts')])
  })

  test('is of another program also where its ids look like ours', async () => {
    const { annotations, leftOut } = await read(`<listAnnotation>
      <annotation xml:id="annotation.1" target="#w1" type="Claim" resp="#annotator.1"/></listAnnotation>
      <spanGrp><span from="#w2" type="Premise"/></spanGrp>`)
    expect(annotations.map(({ id, quote }) => [id, ...quote!])).toEqual([
      ['annotation.1', 'tram'],
      ['annotation 2', 'pays'],
    ])
    expect(leftOut).toEqual([])
  })

  test.each([
    [
      'a play with people and where to find it',
      false,
      '<listPerson/><listRelation><relation/></listRelation>',
    ],
    [
      'a span inside of the text',
      false,
      '</standOff><text><body><p><span>and</span></p></body></text><standOff/>',
    ],
    [
      'a span inside of the text after nothing',
      false,
      '</standOff><standOff/><text><span/></text><standOff>',
    ],
    ['an annotation', true, '<listAnnotation>\n<annotation/></listAnnotation>'],
    ['a span', true, '<listPerson/></standOff><standOff type="x"><spanGrp><span from="#w1"/></spanGrp>'],
  ])('is taken for its annotations only where it has some: %s', async (_, hasSome, standOff) => {
    const bytes = Buffer.from(text(standOff))
    const recognises = (pieces: Uint8Array[]) =>
      tei.reader!.recognises({
        ...sourceFiles('letter.xml', { '': bytes }),
        async *pieces() {
          yield* pieces
        },
      })
    expect(await recognises([bytes])).toBe(hasSome)
    const letters = Array.from(bytes.subarray(40), (_, at) => bytes.subarray(at + 40, at + 41))
    expect(await recognises([bytes.subarray(0, 40), ...letters])).toBe(hasSome)
  })

  test('is known and read behind a long document type', async () => {
    const entities = Array.from({ length: 3000 }, (_, at) => `<!ENTITY e${at} "what ${at} stands for">`)
    const xml = `<!DOCTYPE TEI [${entities.join('\n')}]>${text('<spanGrp><span from="#w1" type="&e7;"/></spanGrp>')}`
    const files = sourceFiles('letter.xml', { '': xml })
    const wide = { ...files, pieces: () => Readable.from([Buffer.from(xml)]) }
    expect(await tei.reader!.recognises(wide)).toBe(true)
    const { annotations, tags } = await tei.reader!.read(files, reading)
    expect(annotations.map(({ quote }) => quote)).toEqual([['tram']])
    expect(tags.map(({ name }) => name)).toContain('what 7 stands for')
  })
})
