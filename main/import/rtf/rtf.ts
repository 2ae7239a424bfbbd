import { Failure } from '../../../preload/contract/failure.ts'
import { officeDocument } from '../office-document.ts'
import { OfficeText } from '../office-text.ts'
import type { ParsedText } from '../parsed-document.ts'
import { RtfWalk } from './walk.ts'

/** A Rich Text file as blocks and marks. Fails with `unreadable` where it is none. */
export function parseRtf(bytes: Uint8Array, name: string): ParsedText {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!source.startsWith('{\\rtf')) {
    throw new Failure('unreadable', 'This is no Rich Text file: it does not begin as one.')
  }
  const out = new OfficeText()
  const walk = new RtfWalk(out, source)
  walk.read()
  const text = out.finish()
  walk.tell()
  const { title, author, created } = walk
  const notes = source.trimEnd().endsWith('}') ? [] : ['The end of the file is missing.']
  return officeDocument(text, {
    facts: { title, author, created, language: '' },
    notes: [...notes, ...out.told()],
    name,
  })
}
