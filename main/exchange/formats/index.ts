import type { Format } from '../../../preload/contract/exchange.ts'
import { exchangeEndings, type TextFormat, textFormats } from '../../import/formats.ts'
import { readingFormats } from '../reading-copy/formats.ts'
import { aif, xaif } from './aif/aif.ts'
import type { AnnotationFormat } from './annotation-format.ts'
import { argdown } from './argdown/argdown.ts'
import { argumentGraph } from './argument-graph/argument-graph.ts'
import { brat } from './brat/brat.ts'
import { catma } from './catma/catma.ts'
import { conll } from './conll/conll.ts'
import { csvLosses } from './csv/losses.ts'
import { csvFiles, writeCsvFolder } from './csv/write-folder.ts'
import { doccano } from './doccano/doccano.ts'
import { dot, graphml } from './graph/graph.ts'
import { hypothesis } from './hypothesis/hypothesis.ts'
import { labelStudio } from './label-studio/label-studio.ts'
import { prodigy } from './prodigy/prodigy.ts'
import { publication } from './publication/publication.ts'
import { recogito } from './recogito/recogito.ts'
import { refiQda } from './refi-qda/index.ts'
import { writeExchangeFile } from './rejoinder-jsonl/write-file.ts'
import { taguette } from './taguette/taguette.ts'
import { tei } from './tei/tei.ts'
import { uimaJson, uimaXmi } from './uima-cas/index.ts'
import { webAnnotation } from './web-annotation/web-annotation.ts'
import { webannoTsv } from './webanno-tsv/webanno-tsv.ts'
import {
  describe,
  type PlainFormat,
  type WrittenFormat,
  writtenForOthers,
  writtenPlainly,
} from './written-format.ts'
import { workbookLosses } from './xlsx/losses.ts'
import { writeWorkbook } from './xlsx/write-workbook.ts'

/** What is no part of a dataset, whatever the format. */
const keptInProject = [
  'the history',
  'earlier revisions of texts',
  'earlier definitions of tags',
  'answers that were dismissed',
  'copies that were dismissed',
  'speakers told apart',
  'the project’s own cue words',
  'saved searches',
  'saved work lists',
  'findings of the doctor that were judged as intended',
  'the imported files, unless asked for',
]

/** The formats of other programs that carry annotations: one line each. */
export const annotationFormats: readonly AnnotationFormat[] = [
  argumentGraph,
  brat,
  refiQda,
  // Before those that read any TEI and any web annotation.
  catma,
  tei,
  uimaJson,
  uimaXmi,
  webannoTsv,
  conll,
  webAnnotation,
  labelStudio,
  doccano,
  prodigy,
  aif,
  xaif,
  argdown,
  graphml,
  dot,
  hypothesis,
  recogito,
  taguette,
]

const ownFormats: readonly PlainFormat[] = [
  {
    name: 'rejoinder-jsonl',
    title: 'Rejoinder exchange file (JSON Lines)',
    reads: true,
    writes: true,
    endings: [...exchangeEndings],
    makes: 'file',
    cannotHold: keptInProject,
    isOurs: () => false,
    losses: () => [],
    write: writeExchangeFile,
  },
  {
    name: 'csv',
    title: 'Tables for Excel, R and Python (folder of CSV files)',
    reads: false,
    writes: true,
    endings: [],
    makes: 'folder',
    cannotHold: [
      'headings, lists, quotations, turns and other structure of texts',
      'emphasis and web links in texts',
      'page and section breaks',
      ...keptInProject,
    ],
    isOurs: (name) => csvFiles.includes(name),
    losses: csvLosses,
    write: writeCsvFolder,
  },
  {
    name: 'xlsx',
    title: 'Workbook for Excel',
    reads: false,
    writes: true,
    endings: ['xlsx'],
    makes: 'file',
    cannotHold: [
      'the texts of documents; of annotations it has the words',
      'words beyond 32,767 characters in one cell',
      ...keptInProject,
    ],
    isOurs: () => false,
    losses: workbookLosses,
    write: writeWorkbook,
  },
  publication(keptInProject),
]

export const writtenFormats: readonly WrittenFormat[] = [
  ...ownFormats.map(writtenPlainly),
  ...annotationFormats.flatMap(writtenForOthers),
]

/** Every format: the single source for the export dialog, the command line and its documentation. */
export const formats: readonly Format[] = [
  ...ownFormats.map(({ name, title, reads, writes, endings, makes, cannotHold, asks }) => ({
    name,
    title,
    reads,
    writes,
    endings,
    makes,
    cannotHold,
    ...(asks && { asks }),
  })),
  ...annotationFormats.map(describe),
  ...readingFormats.map((format) => ({
    ...format,
    endings: [...format.endings],
    cannotHold: [...format.cannotHold, ...keptInProject],
  })),
  ...(Object.keys(textFormats) as TextFormat[]).map(
    (name): Format => ({
      name,
      title: textFormats[name].title,
      reads: true,
      writes: false,
      endings: [...textFormats[name].endings],
      makes: 'file',
      cannotHold: ['annotations, links, claims and the codebook'],
    }),
  ),
]
