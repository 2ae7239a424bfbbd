import { expect } from 'vitest'
import { reading } from '../../../testing/written.ts'
import type { SourceFiles } from '../../annotation-format.ts'
import { conllReader } from '../reader.ts'

/** What a source of rows is read as: its texts by id, and the tag and words of each annotation. */
export async function readRows(source: SourceFiles) {
  expect(await conllReader.recognises(source)).toBe(true)
  const { documents, annotations, leftOut, doubts } = await conllReader.read(source, reading)
  const texts = new Map(documents.map(({ id, text }) => [id, text!.text]))
  return {
    texts: [...texts],
    found: annotations.map(({ document, tag, spans }) => [
      tag.replace(/^name:/, ''),
      spans!.map(({ start, end }) => texts.get(document)!.slice(start, end)).join(),
    ]),
    leftOut,
    doubts: doubts.map(({ what }) => what),
  }
}
