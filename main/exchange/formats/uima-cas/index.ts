import { asXmlHasIt } from '../../../xml/xml-text.ts'
import type { AnnotationFormat, FormatWriter } from '../annotation-format.ts'
import { beyondXmlLoss, thatTouch } from '../losses.ts'
import { jsonCasPieces } from './json-cas.ts'
import { casLosses } from './losses.ts'
import { jsonCasReader, xmiReader } from './reader.ts'
import { type Serialization, top, writeCasFolder } from './write.ts'
import { typeSystemXml, xmiPieces } from './xmi.ts'

const cannotHold = [
  'links across documents or annotators, and links of claims and links',
  'memos',
  'everything about tags, claims, speakers and link types but their names',
  'headings, lists, emphasis, pages, who speaks in turns and other structure of texts',
  'how far the work on a document is; names and checksums of imported files',
]

const typeSystemFile = 'TypeSystem.xml'

const xmi: Serialization = {
  ending: 'xmi',
  asWritten: asXmlHasIt,
  beside: (types) => new Map([[typeSystemFile, [typeSystemXml(types)]]]),
  pieces: (_, { text }, structures) => xmiPieces(text, structures),
}

/** Which has the type system in itself. */
const json: Serialization = {
  ending: 'json',
  asWritten: (words) => words,
  beside: () => new Map(),
  pieces: (types, { text }, structures) => jsonCasPieces(types, text, structures),
}

const writerAs = (as: Serialization): FormatWriter => ({
  isOurs: (name) => name === top || name === typeSystemFile,
  losses: (dataset) => [
    ...casLosses(dataset, as),
    ...(as === xmi ? thatTouch([beyondXmlLoss(dataset, { withTexts: true })]) : []),
  ],
  write: (dataset, to, options) => writeCasFolder(as, dataset, to, options),
})

export const uimaXmi: AnnotationFormat = {
  name: 'uima-xmi',
  title: 'UIMA CAS as XMI, for INCEpTION and DKPro (folder)',
  endings: ['xmi'],
  makes: 'folder',
  cannotHold: [...cannotHold, 'characters that XML cannot write'],
  reader: xmiReader,
  writer: writerAs(xmi),
}

export const uimaJson: AnnotationFormat = {
  name: 'uima-json',
  title: 'UIMA JSON CAS 0.4, for INCEpTION and DKPro (folder)',
  endings: ['json'],
  makes: 'folder',
  cannotHold,
  reader: jsonCasReader,
  writer: writerAs(json),
}
