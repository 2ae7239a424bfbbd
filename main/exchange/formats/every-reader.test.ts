import { describe, expect, test } from 'vitest'
import { DistantText } from '../spool/distant.ts'
import { PuttingAway, storeIn } from '../spool/putting-away.ts'
import { SpoolFile } from '../spool/spool-file.ts'
import { reading } from '../testing/written.ts'
import { aif, xaif } from './aif/aif.ts'
import type { AnnotationFormat } from './annotation-format.ts'
import { argdown } from './argdown/argdown.ts'
import { argumentGraph } from './argument-graph/argument-graph.ts'
import { brat } from './brat/brat.ts'
import { catma } from './catma/catma.ts'
import { conll } from './conll/conll.ts'
import { doccano } from './doccano/doccano.ts'
import { labelStudio } from './label-studio/label-studio.ts'
import { prodigy } from './prodigy/prodigy.ts'
import { refiQda } from './refi-qda/index.ts'
import { sourceFiles } from './testing/source-files.ts'
import { uimaJson, uimaXmi } from './uima-cas/index.ts'
import { webAnnotation } from './web-annotation/web-annotation.ts'
import { webannoTsv } from './webanno-tsv/webanno-tsv.ts'

/** As Windows ends lines: in code units and in code points each line end counts two for those who count in here. */
const text = '👍 One.\r\nTwo.\r\nThe bridge is dear.\r\n'
const units = { start: text.indexOf('bridge'), end: text.indexOf('bridge') + 6 }
const points = { start: units.start - 1, end: units.end - 1 }

const inXml = text.replaceAll('\r', '&#13;').replaceAll('\n', '&#10;')
const xmi = `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore">
  <custom:Claim xmi:id="5" sofa="1" begin="${units.start}" end="${units.end}"/>
  <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="${inXml}"/></xmi:XMI>`
const jsonCas = {
  '%TYPES': {},
  '%FEATURE_STRUCTURES': [
    { '%ID': 1, '%TYPE': 'uima.cas.Sofa', sofaString: text },
    { '%ID': 2, '%TYPE': 'webanno.custom.Claim', '@sofa': 1, begin: units.start, end: units.end },
  ],
}
const qde = `<Project xmlns="urn:QDA-XML:project:1.0" name="p" creatingUserGUID="u"><Users><User guid="u" name="a"/></Users>
  <CodeBook><Codes><Code guid="c" name="Claim" isCodable="true"/></Codes></CodeBook>
  <Sources><TextSource guid="s" name="d" plainTextPath="internal://d.txt">
    <PlainTextSelection guid="p" name="bridge" startPosition="${points.start}" endPosition="${points.end}">
      <Coding guid="g"><CodeRef targetGUID="c"/></Coding></PlainTextSelection></TextSource></Sources></Project>`
const catmaTei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc><fsdDecl xml:id="CATMA_S" n="Sky">
  <fsDecl xml:id="CATMA_C" type="CATMA_C" baseTypes="CATMA_BASE_TAG"><fsDescr>Claim</fsDescr></fsDecl></fsdDecl></encodingDesc></teiHeader>
  <text><fs xml:id="CATMA_1" type="CATMA_C"/><body><ab type="catma">
   <seg ana="#CATMA_1"><ptr target="catma:///d#char=${units.start},${units.end}" type="inclusion"/></seg></ab></body></text></TEI>`
const described = {
  ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:rejoinder:document-description:d' },
  ...{ type: 'Annotation', motivation: 'describing', target: { id: 'urn:rejoinder:document:d' } },
  body: [
    { type: 'TextualBody', purpose: 'describing', value: 'd' },
    { type: 'TextualBody', purpose: 'identifying', value: 'd.txt' },
  ],
}
const webAnnotated = {
  ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'urn:x', type: 'Annotation' },
  body: { type: 'TextualBody', purpose: 'tagging', value: 'Claim' },
  target: {
    source: 'urn:rejoinder:document:d',
    selector: [
      { type: 'TextPositionSelector', ...points },
      { type: 'TextQuoteSelector', exact: 'bridge' },
    ],
  },
}
const graph = {
  nodes: [
    {
      ...{ nodeID: '1', type: 'I', text: 'bridge' },
      extra: {
        annotation: {
          ...{ id: 'a', document: 'd', spans: [[points.start, points.end]], quote: ['bridge'] },
          ...{ annotator: { id: 'ada', name: 'Ada' }, tag: { id: 'claim', name: 'Claim' } },
        },
      },
    },
  ],
  edges: [],
}
const ours = { documents: [{ id: 'd', title: 'd', text }] }
const task = {
  data: { text },
  annotations: [
    {
      result: [
        {
          ...{ id: 'r', type: 'labels', from_name: 'label', to_name: 'text' },
          value: { ...units, text: 'bridge', labels: ['Claim'] },
        },
      ],
    },
  ],
}
const tsv = [
  ...['#FORMAT=WebAnno TSV 3.3', '#T_SP=webanno.custom.Claim|value', '', '', '#Text=👍 One.'],
  ...['1-1\t0-2\t👍\t_\t', '1-2\t3-6\tOne\t_\t', '', '#Text=The bridge'],
  ...['2-1\t9-12\tThe\t_\t', '2-2\t13-19\tbridge\tx\t', ''],
].join('\r\n')
const arggraph = `<arggraph id="d"><edu id="e1"><![CDATA[One.\r\nTwo.]]></edu><edu id="e2">bridge&#13;&#10;</edu>
  <adu id="a2" type="pro"/><edge id="s2" src="e2" trg="a2" type="seg"/></arggraph>`

const cases: [AnnotationFormat, Record<string, string>][] = [
  [brat, { 'd.txt': text, 'd.ann': `T1\tClaim ${points.start} ${points.end}\tbridge\n` }],
  [refiQda, { 'project.qde': qde, 'sources/d.txt': text }],
  [uimaXmi, { 'd.xmi': xmi }],
  [uimaJson, { '': JSON.stringify(jsonCas) }],
  [webannoTsv, { '': tsv }],
  [conll, { 'd.conll': 'One\tO\r\n\r\nThe\tO\r\nbridge\tB-Claim\r\n', 'd.txt': text }],
  [webAnnotation, { 'a.jsonld': JSON.stringify([described, webAnnotated]), 'd.txt': text }],
  [labelStudio, { '': JSON.stringify([task]) }],
  [doccano, { '': JSON.stringify({ id: 1, text, label: [[points.start, points.end, 'Claim']] }) }],
  [prodigy, { '': JSON.stringify({ text, spans: [{ ...points, label: 'Claim' }] }) }],
  [aif, { '': JSON.stringify({ ...graph, rejoinder: ours }) }],
  [xaif, { '': JSON.stringify({ AIF: { ...graph, locutions: [] }, rejoinder: ours }) }],
  [catma, { 'corpus/d.txt': text, 'corpus/collections/ada.xml': catmaTei }],
  [argumentGraph, { '': arggraph }],
  [argdown, { '': '[👍 One]\r\n\r\n[Bridge]: bridge\r\n  + [👍 One]\r\n' }],
]

describe.each(cases.map(([format, files]) => ({ name: format.name, format, files })))(
  'a file of $name without a date, with line ends of Windows',
  ({ format, files }) => {
    const read = () => format.reader!.read(sourceFiles('d', files), reading)

    test('has its passages where they were', async () => {
      const { documents, annotations, leftOut } = await read()
      const texts = new Map(documents.map(({ id, text }) => [id, text!.text]))
      expect(leftOut).toEqual([])
      expect([...texts.values()].filter((text) => text.includes('\r'))).toEqual([])
      const words = annotations.map(({ document, spans }) =>
        spans!.map(({ start, end }) => texts.get(document)!.slice(start, end)),
      )
      expect(words).toEqual([['bridge']])
    })

    test('is read alike when its texts are put away at once', async () => {
      const spool = new SpoolFile()
      const away = new PuttingAway(storeIn(spool))
      const { documents, ...rest } = await format.reader!.read(sourceFiles('d', files), { ...reading, away })
      const texts = documents.map(({ text }) => text!.text)
      spool.close()
      expect(documents.filter(({ text }) => !(text instanceof DistantText))).toEqual([])
      const { documents: held, ...whole } = await read()
      expect([texts, rest]).toEqual([held.map(({ text }) => text!.text), whole])
    })

    test('is of the day of the import', async () => {
      const { annotations, claims } = await read()
      expect(new Set([...annotations, ...claims].map(({ created }) => created))).toEqual(new Set(['']))
    })
  },
)
