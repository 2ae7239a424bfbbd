import type { Kind } from '../../../../db/repositories/dataset.ts'
import { parseTxt } from '../../../import/txt.ts'
import type * as Data from '../../dataset.ts'
import type { TouchingLoss } from '../annotation-format.ts'
import { thatTouch } from '../losses.ts'
import { isStructured } from '../plain-text.ts'
import { bratCodebook, heldValue } from './codebook.ts'
import { fromFragments, sameSpans } from './fragments.ts'
import { layoutOf } from './sheets.ts'
import { oneLine } from './types.ts'

/** What brat’s files cannot hold of a dataset. Reads every text. */
export function bratLosses(dataset: Data.Dataset): TouchingLoss[] {
  const codebook = bratCodebook(dataset)
  const layout = layoutOf(dataset)
  const losses = new Map(order.map((what) => [what, new Map<Kind, string[]>()]))
  const touch = (what: (typeof order)[number], kind: Kind, { id }: { id: string }): void => {
    const touches = losses.get(what)!
    const ids = touches.get(kind)
    if (ids) ids.push(id)
    else touches.set(kind, [id])
  }

  for (const link of dataset.links) {
    if (!layout.held.has(link.id))
      touch('links across documents or annotators, to claims or to links', 'link', link)
    else if (link.strength !== null || link.status !== '') touch('strength and status of links', 'link', link)
    touch('when and by whom links were made', 'link', link)
    if (!isOneLine(link.note)) touch('line breaks in notes', 'link', link)
  }
  for (const claim of dataset.claims) touch('claims', 'claim', claim)
  for (const speaker of dataset.speakers) touch('speakers', 'speaker', speaker)
  for (const memo of dataset.memos) touch('memos', 'memo', memo)

  const written = new Set<string>()
  const worked = new Set<string>()
  for (const { document, content, sheets, unwritten } of layout.documents()) {
    touch('facts, status and imported file of documents', 'document', document)
    if (layout.nameOf.get(document.id) !== document.title)
      touch('names that no file or type can have', 'document', document)
    if (isStructured(content, parseTxt))
      touch('structure, emphasis and page breaks of texts', 'document', document)
    for (const annotation of unwritten) touch('annotations of line breaks only', 'annotation', annotation)
    for (const { path, annotations, links } of sheets) {
      worked.add(path.slice(0, Math.max(0, path.indexOf('/'))))
      for (const { annotation, fragments } of annotations) {
        if (!sameSpans(fromFragments(content.text, fragments), annotation.spans)) {
          touch('line breaks at the edges of annotations', 'annotation', annotation)
        }
      }
      for (const { id } of links) written.add(id)
    }
  }
  for (const link of dataset.links) {
    if (layout.held.has(link.id) && !written.has(link.id))
      touch('annotations of line breaks only', 'link', link)
  }

  for (const annotation of dataset.annotations) {
    const { claim, speaker, confidence, note, attributes } = annotation
    touch('when annotations were made', 'annotation', annotation)
    if (claim !== null || speaker !== null || confidence !== null) {
      touch('claim, speaker and confidence of annotations', 'annotation', annotation)
    }
    if (!isOneLine(note)) touch('line breaks in notes', 'annotation', annotation)
    const tag = codebook.tagById.get(annotation.tag)!
    const isHeld = [...attributes].every(([name, value]) => heldValue(tag, name, value) === value)
    if (!isHeld) touch('attributes that are numbers, free words or a plain no', 'annotation', annotation)
  }
  for (const { tag, typed } of codebook.tags) {
    if (typed.shown !== tag.name) touch('names that no file or type can have', 'tag', tag)
    const { role, key, definition, include, exclude, examples } = tag
    const words = [key, definition, include, exclude, ...examples].join('')
    if (role !== 'none' || words !== '' || examples.length > 0)
      touch('roles, keys, definitions and examples', 'tag', tag)
    if (tag.attributes.length > 0) touch('kinds and values of attributes', 'tag', tag)
  }
  for (const { linkType, typed } of codebook.linkTypes) {
    if (typed.shown !== linkType.name) touch('names that no file or type can have', 'link_type', linkType)
    if (linkType.sourceRoles.length + linkType.targetRoles.length > 0) {
      touch('roles, keys, definitions and examples', 'link_type', linkType)
    }
  }
  for (const annotator of dataset.annotators) {
    const folder = layout.folderOf.get(annotator.id)!
    if (folder !== annotator.name) touch('names that no file or type can have', 'annotator', annotator)
    if (!worked.has(folder)) touch('annotators without work', 'annotator', annotator)
  }
  return thatTouch(
    [...losses].map(([what, touches]) => ({
      what,
      touches: [...touches].map(([kind, ids]) => ({ kind, ids })),
    })),
  )
}

const order = [
  'links across documents or annotators, to claims or to links',
  'claims',
  'speakers',
  'memos',
  'claim, speaker and confidence of annotations',
  'attributes that are numbers, free words or a plain no',
  'annotations of line breaks only',
  'line breaks at the edges of annotations',
  'line breaks in notes',
  'strength and status of links',
  'when annotations were made',
  'when and by whom links were made',
  'facts, status and imported file of documents',
  'structure, emphasis and page breaks of texts',
  'roles, keys, definitions and examples',
  'kinds and values of attributes',
  'names that no file or type can have',
  'annotators without work',
] as const

const isOneLine = (note: string): boolean => oneLine(note).trim() === note
