import type { AnnotationFormat } from '../annotation-format.ts'
import { aifReader } from './reader.ts'
import { aifWriter } from './writer.ts'

const cannotHold = [
  'links that neither support, attack nor restate, and those that start from a link',
  'memos',
  'attributes and confidence of annotations, strength and status of links',
  'facts, status and structure of documents',
  'the codebook, but for the names of tags and link types in use',
]

export const aif: AnnotationFormat = {
  name: 'aif',
  title: 'AIF argument graph (JSON)',
  ...{ endings: ['json'], makes: 'file', cannotHold, reader: aifReader('aif'), writer: aifWriter('aif') },
}

export const xaif: AnnotationFormat = {
  name: 'xaif',
  title: 'xAIF argument graph with its text (JSON)',
  ...{ endings: ['json'], makes: 'file', cannotHold, reader: aifReader('xaif'), writer: aifWriter('xaif') },
}
