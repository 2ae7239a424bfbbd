import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { Dataset } from '../../dataset.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { reading as options, written } from '../../testing/written.ts'
import type { AnnotationFormat, Incoming } from '../annotation-format.ts'
import { datasetOf } from '../testing/incoming-dataset.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { expectUntouchedSame } from '../testing/untouched.ts'
import { uimaJson, uimaXmi } from './index.ts'
import { segmentsOf } from './segments.ts'

vi.setConfig({ testTimeout: 60_000 })

async function circle(format: AnnotationFormat, data: Dataset) {
  const { content, readAs } = await written(format.writer!, data)
  return { content, incoming: await format.reader!.read(sourceFiles('folder', content), options), readAs }
}

describe.each([
  ['XMI', uimaXmi],
  ['JSON CAS', uimaJson],
])('%s', (_, format) => {
  test('is the same again when it is read and written, and what it loses is said', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (data) => {
        const first = await circle(format, data)
        expect(first.incoming.leftOut).toEqual([])
        const again = datasetOf(first.incoming)
        const second = await circle(format, again)
        expect(second.content).toEqual(first.content)
        expectUntouchedSame(data, again, format.writer!.losses(data), first.readAs)
      }),
      { numRuns: 40 },
    )
  })

  test('holds the links inside a document, and counts those that it cannot', async () => {
    const { incoming } = await circle(format, tram)
    const lost = format.writer!.losses(tram).find(({ what }) => what.startsWith('links across'))!
    expect(incoming.links).toHaveLength(tram.links.length - lost.touches.flatMap(({ ids }) => ids).length)
    expect(incoming.annotators.map(({ name }) => name).sort()).toEqual(['Ada', 'Ben'])
  })
})

describe('a CAS of INCEpTION', () => {
  const layers = `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:pos="http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore" xmi:version="2.0">
    <custom:Argument xmi:id="5" sofa="1" begin="0" end="2" label="premise" weight="3"/>
    <custom:Argument xmi:id="6" sofa="1" begin="3" end="6" label="claim"/>
    <custom:Argument xmi:id="9" sofa="1" begin="3" end="99"/>
    <custom:ArgumentRelation xmi:id="7" sofa="1" begin="3" end="6" Governor="5" Dependent="6" label="supports"/>
    <custom:ArgumentRelation xmi:id="10" sofa="1" begin="3" end="6" Governor="5" Dependent="404"/>
    <pos:POS xmi:id="8" sofa="1" begin="0" end="2" PosValue="N"/>
    <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="👍&#10;abc"/>
    <cas:View sofa="1" members="5 6 7 8 9 10"/></xmi:XMI>`

  test('gives layers with labels and relations, each annotator by the file', async () => {
    const files = { 'annotation/d.txt/ada.xmi': layers, 'annotation/d.txt/ben.xmi': layers }
    const incoming = await uimaXmi.reader!.read(sourceFiles('p.zip', files), options)
    expect(incoming.documents).toHaveLength(1)
    expect(incoming.documents[0]!.text!.text).toBe('👍\nabc')
    expect(incoming.annotators.map(({ name }) => name)).toEqual(['ada', 'ben'])
    expect(incoming.annotations[0]).toMatchObject({
      quote: ['👍'],
      tag: 'Argument: premise',
      attributes: new Map([['weight', '3']]),
    })
    expect(incoming.links[0]).toMatchObject({ linkType: 'supports' })
    expect(incoming.tags.map(({ name, parent }) => [name, parent])).toEqual([
      ['Argument', null],
      ['premise', 'Argument'],
      ['claim', 'Argument'],
    ])
    expect(incoming.leftOut).toEqual([
      { what: 'passages that lie outside their text', count: 2 },
      { what: 'parts of speech, syntax and other annotations for words', count: 2 },
      { what: 'relations without two passages', count: 2 },
    ])
  })

  test('names nobody where neither the CAS nor its file does: it is the work of who brings it in', async () => {
    const incoming = await uimaXmi.reader!.read(sourceFiles('d.xmi', { '': layers }), options)
    expect(incoming.annotators.map(({ name }) => name)).toEqual([''])
    expect(incoming.annotations[0]!.annotator).toBe(incoming.annotators[0]!.id)
  })

  test('has no tag for each number of a word, and none for the words and sentences of cTAKES', async () => {
    const words = [0, 1].map(
      (number) =>
        `<c:Word xmi:id="1${number}" sofa="1" begin="${number * 4}" end="${number * 4 + 3}" wordNumber="${number}"/>
         <syntax:WordToken xmi:id="2${number}" sofa="1" begin="${number * 4}" end="${number * 4 + 3}" tokenNumber="${number}"/>`,
    )
    const xmi = `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///own/types.ecore"
      xmlns:syntax="http:///org/apache/ctakes/typesystem/type/syntax.ecore">${words.join('')}
      <cas:Sofa xmi:id="1" sofaString="One two."/></xmi:XMI>`
    const { tags, annotations, leftOut } = await uimaXmi.reader!.read(
      sourceFiles('a.xmi', { '': xmi }),
      options,
    )
    expect(tags.map(({ name }) => name)).toEqual(['Word'])
    expect(annotations.map(({ attributes }) => [...attributes])).toEqual([
      [['wordNumber', '0']],
      [['wordNumber', '1']],
    ])
    expect(leftOut).toEqual([{ what: 'parts of speech, syntax and other annotations for words', count: 2 }])
  })

  test('has links for slots where no type system says what they are', async () => {
    const xmi = `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore">
      <c:Span xmi:id="5" sofa="1" begin="0" end="3"/><c:Span xmi:id="6" sofa="1" begin="4" end="7"/>
      <c:Slot xmi:id="7" target="5" role="cause"/><c:Slot xmi:id="8" target="6"/>
      <c:Host xmi:id="9" sofa="1" begin="4" end="7" slots="7 8"/>
      <cas:Sofa xmi:id="1" sofaString="One two."/></xmi:XMI>`
    const incoming = await uimaXmi.reader!.read(sourceFiles('d.xmi', { '': xmi }), options)
    expect(incoming.tags.map(({ name }) => name)).toEqual(['Span', 'Host'])
    expect(incoming.links.map(({ linkType }) => linkType)).toEqual(['cause', 'slots'])
  })

  test('has the layers for coreference and predicates, and links for what a feature holds', async () => {
    const xmi = `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore"
      xmlns:s="http:///de/tudarmstadt/ukp/dkpro/core/api/semantics/type.ecore" xmlns:k="http:///de/tudarmstadt/ukp/dkpro/core/api/coref/type.ecore"
      xmlns:x="http:///org/dkpro/core/api/xml/type.ecore">
      <s:SemPred xmi:id="2" sofa="1" begin="4" end="8" category="pay" arguments="4"/><s:SemArg xmi:id="3" sofa="1" begin="0" end="3"/>
      <s:SemArgLink xmi:id="4" role="who" target="3"/>
      <k:CoreferenceLink xmi:id="5" sofa="1" begin="0" end="3" referenceType="it" referenceRelation="same" next="6"/>
      <k:CoreferenceLink xmi:id="6" sofa="1" begin="9" end="11" referenceType="it" next="11"/><k:CoreferenceChain xmi:id="7" first="5"/>
      <k:CoreferenceLink xmi:id="11" sofa="1" begin="11" end="11" referenceType="it"/>
      <x:XmlElement xmi:id="8" sofa="1" begin="0" end="11"/>
      <c:Host xmi:id="9" sofa="1" begin="4" end="8" slots="10"/><c:Slot xmi:id="10" target="404"/>
      <cas:Sofa xmi:id="1" sofaString="We, pay it."/></xmi:XMI>`
    const { annotations, links, leftOut } = await uimaXmi.reader!.read(
      sourceFiles('d.xmi', { '': xmi }),
      options,
    )
    expect(annotations.map(({ tag }) => tag)).toEqual([
      ...['SemPred: pay', 'SemArg', 'CoreferenceLink: it', 'CoreferenceLink: it', 'Host'],
    ])
    expect(links.map(({ linkType }) => linkType)).toEqual(['who', 'same'])
    expect(leftOut).toEqual([
      { what: 'passages without any words', count: 1 },
      { what: 'parts of speech, syntax and other annotations for words', count: 1 },
      { what: 'slots that hold no passage', count: 1 },
      { what: 'links of chains to passages that are left out', count: 1 },
    ])
  })

  test('keeps several words of one feature', async () => {
    const json = JSON.stringify({
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: 'One two.' },
        {
          '%ID': 2,
          '%TYPE': 'webanno.custom.Claim',
          '@sofa': 1,
          begin: 0,
          end: 3,
          '@concepts': 3,
          '@pages': 4,
        },
        { '%ID': 3, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['money', 'trams'] },
        { '%ID': 4, '%TYPE': 'uima.cas.IntegerArray', '%ELEMENTS': [2, 3] },
      ],
    })
    const { annotations, links } = await uimaJson.reader!.read(sourceFiles('d.json', { '': json }), options)
    expect([...annotations[0]!.attributes]).toEqual([
      ['concepts', 'money, trams'],
      ['pages', '2, 3'],
    ])
    expect(links).toEqual([])
  })

  test('follows lists and arrays that features share, in either writing', async () => {
    const features = { words: 'StringList', notes: 'StringArray', pages: 'IntegerArray', slots: 'FSList' }
    const described = Object.entries(features).map(
      ([name, range]) =>
        `<featureDescription><name>${name}</name><rangeTypeName>uima.cas.${range}</rangeTypeName></featureDescription>`,
    )
    const types = `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types><typeDescription>
      <name>webanno.custom.Claim</name><supertypeName>uima.tcas.Annotation</supertypeName>
      <features>${described.join('')}</features></typeDescription></types></typeSystemDescription>`
    const xmi = `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore">
      <c:Claim xmi:id="2" sofa="1" begin="0" end="3" words="3" notes="6" pages="2 3" slots="7"/>
      <cas:NonEmptyStringList xmi:id="3" head="a b" tail="4"/><cas:NonEmptyStringList xmi:id="4" head="c" tail="5"/>
      <cas:EmptyStringList xmi:id="5"/><cas:StringArray xmi:id="6"><elements>d e</elements><elements>f</elements></cas:StringArray>
      <cas:NonEmptyFSList xmi:id="7" head="8" tail="9"/><c:Slot xmi:id="8" role="who" target="10"/><cas:EmptyFSList xmi:id="9"/>
      <c:Claim xmi:id="10" sofa="1" begin="4" end="7"/><cas:Sofa xmi:id="1" sofaString="One two."/></xmi:XMI>`
    const claim = { '%TYPE': 'webanno.custom.Claim', '@sofa': 1 }
    const json = JSON.stringify({
      '%FEATURE_STRUCTURES': [
        { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: 'One two.' },
        {
          ...{ '%ID': 2, ...claim, begin: 0, end: 3 },
          ...{ '@words': 3, '@notes': 6, '@pages': 11, '@slots': 7 },
        },
        { '%ID': 3, '%TYPE': 'uima.cas.NonEmptyStringList', head: 'a b', '@tail': 4 },
        { '%ID': 4, '%TYPE': 'uima.cas.NonEmptyStringList', head: 'c', '@tail': 5 },
        { '%ID': 5, '%TYPE': 'uima.cas.EmptyStringList' },
        { '%ID': 6, '%TYPE': 'uima.cas.StringArray', '%ELEMENTS': ['d e', 'f'] },
        { '%ID': 7, '%TYPE': 'uima.cas.NonEmptyFSList', '@head': 8, '@tail': 9 },
        { '%ID': 8, '%TYPE': 'webanno.custom.Slot', role: 'who', '@target': 10 },
        { '%ID': 9, '%TYPE': 'uima.cas.EmptyFSList' },
        { '%ID': 10, ...claim, begin: 4, end: 7 },
        { '%ID': 11, '%TYPE': 'uima.cas.IntegerArray', '%ELEMENTS': [2, 3] },
      ],
    })
    const read = [
      uimaXmi.reader!.read(sourceFiles('d', { 'TypeSystem.xml': types, 'd.xmi': xmi }), options),
      uimaJson.reader!.read(sourceFiles('d.json', { '': json }), options),
    ]
    for (const { annotations, links, leftOut } of await Promise.all(read)) {
      expect(Object.fromEntries(annotations[0]!.attributes)).toEqual({
        ...{ words: 'a b, c', notes: 'd e, f', pages: '2, 3' },
      })
      expect(links.map(({ linkType }) => linkType)).toEqual(['who'])
      expect(leftOut).toEqual([])
    }
  })

  test('is the first view that has a text, and what is of others is counted', async () => {
    const claim = (id: string, sofa: string, begin: number) =>
      `<c:Claim xmlns:c="http:///webanno/custom.ecore" xmi:id="${id}" sofa="${sofa}" begin="${begin}" end="${begin + 3}"/>`
    const xmi = `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore">${claim('1', '8', 0)}
      ${claim('2', '9', 4)}<cas:Sofa xmi:id="7"/><cas:Sofa xmi:id="8" sofaString="One two."/><cas:Sofa xmi:id="9" sofaString="Eins zwei."/></xmi:XMI>`
    const json = JSON.stringify({
      '%FEATURE_STRUCTURES': [
        { '%ID': 7, '%TYPE': 'uima.cas.Sofa' },
        { '%ID': 8, '%TYPE': 'uima.cas.Sofa', sofaString: 'One two.' },
        { '%ID': 9, '%TYPE': 'uima.cas.Sofa', sofaString: 'Eins zwei.' },
        { '%ID': 1, '%TYPE': 'webanno.custom.Claim', '@sofa': 8, begin: 0, end: 3 },
        { '%ID': 2, '%TYPE': 'webanno.custom.Claim', '@sofa': 9, begin: 4, end: 7 },
      ],
    })
    const read = [
      uimaXmi.reader!.read(sourceFiles('d.xmi', { '': xmi }), options),
      uimaJson.reader!.read(sourceFiles('d.json', { '': json }), options),
    ]
    for (const incoming of await Promise.all(read)) {
      expect(incoming.documents[0]!.text!.text).toBe('One two.')
      expect(incoming.annotations.map(({ quote, created }) => [quote, created])).toEqual([[['One'], '']])
      expect(incoming.leftOut).toEqual([
        { what: 'annotations of other views of a text than the first', count: 1 },
        { what: 'texts of other views than the first', count: 1 },
      ])
    }
  })

  test('says that there is another text, though nothing is annotated in it', async () => {
    const sofas = ['One two.', 'One two.', 'Eins zwei.'].map(
      (text, index) => `<cas:Sofa xmi:id="${index + 1}" sofaString="${text}"/>`,
    )
    const xmi = `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore">${sofas.join('')}</xmi:XMI>`
    const { leftOut } = await uimaXmi.reader!.read(sourceFiles('d.xmi', { '': xmi }), options)
    expect(leftOut).toEqual([{ what: 'texts of other views than the first', count: 1 }])
  })

  test.each([
    ['<a/>', /d\.xmi is no XMI: it begins with <a>/],
    ['<xmi:XMI xmlns:xmi="http://www.omg.org/XMI">\n<x/></xmi:XMI>', /line 2: an entry has no xmi:id/],
  ])('is refused where it is broken: %s', async (xmi, message) => {
    await expect(uimaXmi.reader!.read(sourceFiles('d.xmi', { '': xmi }), options)).rejects.toThrow(message)
  })

  test.each([
    ['{', /is no JSON/],
    ['{"%FEATURE_STRUCTURES":[{"%ID":"x"}]}', /is no JSON CAS: %FEATURE_STRUCTURES, 0, %ID/],
  ])('is refused where its JSON is broken: %s', async (json, message) => {
    await expect(uimaJson.reader!.read(sourceFiles('d.json', { '': json }), options)).rejects.toThrow(message)
  })
})

test('sentences and words cover what is no space, and stay inside lines', () => {
  const text = 'One two. Three?\n\n  👩‍🔬 four '
  const { sentences, tokens } = segmentsOf(text, '')
  const cut = (at: readonly number[]) =>
    at.flatMap((start, index) => (index % 2 === 0 ? [text.slice(start, at[index + 1])] : []))
  expect(cut(sentences)).toEqual(['One two.', 'Three?', '👩‍🔬 four'])
  expect(cut(tokens)).toEqual(['One', 'two', '.', 'Three', '?', '👩‍🔬', 'four'])
})

const corpus = fileURLToPath(new URL('../../../../../shared/corpus/formats/uima-cas/', import.meta.url))

describe.skipIf(!existsSync(corpus))('CASes that other programs wrote', () => {
  const folders = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
        // The XMI of this one is without the text that its JSON has.
        .filter((path) => path.endsWith('debug.xmi') && !path.includes('casWithTextAndAnnotations'))
        .map((path) => `${corpus}${path.slice(0, -'debug.xmi'.length)}`)
    : []

  test.each(folders)('say the same as XMI and as JSON: %s', async (folder) => {
    const bytes = (name: string) => readFileSync(`${folder}${name}`)
    const xmi = await uimaXmi.reader!.read(
      sourceFiles('x', {
        'debug.xmi': bytes('debug.xmi'),
        'debug-typesystem.xml': bytes('debug-typesystem.xml'),
      }),
      options,
    )
    const json = await uimaJson.reader!.read(sourceFiles('x', { 'debug.json': bytes('data.json') }), options)
    const said = ({ annotations, links, documents, leftOut }: Incoming) => ({
      texts: documents.map(({ text }) => text?.text),
      passages: annotations.map(({ spans, tag, quote }) => JSON.stringify([spans, tag, quote])).sort(),
      links: links.map(({ linkType }) => linkType).sort(),
      leftOut,
    })
    expect(said(json)).toEqual(said(xmi))
  })

  test('count the emoji as two, and slots become links', async () => {
    const read = (path: string) =>
      uimaJson.reader!.read(
        sourceFiles('x.json', { '': readFileSync(`${corpus}${path}/data.json`) }),
        options,
      )
    const emoji = await read('ser-ref/casWithEmojiUnicodeTextAndAnnotations')
    expect(emoji.annotations[0]!.quote).toEqual(['🥳'])
    const slots = await read('one-way/tsv3-testSimpleSlotFeature')
    expect(slots.links.map(({ linkType }) => linkType)).toEqual(['p1', 'p2'])
  })
})
