import type { Kind } from '../../../db/repositories/dataset.ts'
import type { StructuredText } from '../../../preload/contract/text.ts'
import type * as Data from '../dataset.ts'
import { linksUnder } from '../dataset-order.ts'
import type {
  Incoming,
  IncomingAnnotation,
  IncomingDocument,
  PutsAway,
} from '../formats/annotation-format.ts'
import { writeJson } from '../json.ts'
import { sourceHash, textHash } from '../spool/distant.ts'
import { type Arriving, type ArrivingDocument, nothingUnread } from './arriving.ts'
import { mergedMap } from './merged-map.ts'
import { withRareCharacters } from './rare-characters.ts'
import type { Sidecar, SidecarDocument, SidecarRecord } from './read-sidecar.ts'
import {
  type DocumentRecord,
  fieldOf,
  fieldsOf,
  fieldValue,
  inNoOrder,
  isKept,
  isWorldwide,
  keyOf,
  kinds,
  type RecordedAnnotation,
  type Records,
  recordsOfReading,
  renamed,
} from './records.ts'
import { areSame } from './same-values.ts'

/**
 * What a reading brings, with what the sidecar knows beyond it. Where another program has changed something, its word
 * counts; what it has taken away stays away; what it has added is new; all else is as it was when we wrote it. `ahead` are
 * the ids of annotations that are no longer here, of which no sidecar knows anything.
 */
export function restored(
  format: string,
  incoming: Incoming,
  sidecar: Sidecar | null,
  unread = nothingUnread,
  away?: PutsAway,
  ahead: ReadonlySet<string> = new Set(),
): Arriving {
  const heard = sidecar?.readAs ? sidecar : null
  const read = recordsOfReading(incoming)
  const texts = new Map(incoming.documents.map(({ id, text }) => [id, text]))
  const back = new Map(kinds.map((kind) => [kind, inverse(heard?.readAs?.get(kind))]))
  const toOurs = (kind: Kind, id: string): string => back.get(kind)!.get(id) ?? id
  const foreign: Arriving['foreign'] = new Map()
  const reserve = new Map<Kind, Map<string, SidecarRecord>>(kinds.map((kind) => [kind, new Map()]))
  let isComplete = heard !== null
  const missing: Arriving['missing'] = new Map(kinds.map((kind) => [kind, []]))
  const edits: Arriving['edits'] = new Map(kinds.map((kind) => [kind, new Map()]))
  const untouched: Arriving['untouched'] = new Map(kinds.map((kind) => [kind, new Set()]))

  // Label Studio signs all that it takes in with whoever took it in, at that moment.
  const areForgotten = isNobodyLeft(heard?.readAs?.get('annotator'), incoming.annotators)
  // Earlier sidecars name only those that the file did not.
  const isNamed = (annotator: unknown): boolean =>
    heard?.records.get('annotator')?.has(annotator as string) === true

  /** The records of a kind: ours in their order, then what is new. */
  function all<K extends Kind>(kind: K): Records[K] {
    const own = new Map<string, Records[K][number]>(read[kind].map((record) => [record.id, record]))
    const kept: object[] = []
    const taken = new Set<string>()
    const entries = new Map(heard?.readAs?.get(kind))
    const known = heard?.records.get(kind) ?? new Map<string, SidecarRecord>()
    for (const id of known.keys()) if (!entries.has(id)) entries.set(id, [id])
    for (const [id, theirs] of entries) {
      const mine = known.get(id)
      const present = theirs.filter((their) => own.has(their))
      for (const their of present) taken.add(their)
      if (theirs.length === 0 && mine) kept.push(mine)
      else if (present.length > 0) kept.push(merged(kind, id, present, theirs.length, own, mine))
      else if (theirs.length > 0) {
        if (mine && isReferredTo(kind)) reserve.get(kind)!.set(id, mine)
        if (!isReferredTo(kind)) missing.get(kind)!.push(id)
      }
    }
    const strange = new Set<string>()
    for (const id of kind === 'annotation' ? ahead : []) {
      if (isWorldwide(id)) isComplete = false
      else strange.add(id)
    }
    for (const [id, record] of own) {
      if (taken.has(id)) continue
      if (heard !== null && heard.invented.get(kind)!.has(id)) {
        if (isReferredTo(kind)) reserve.get(kind)!.set(id, record as SidecarRecord)
        if (!isWorldwide(id)) strange.add(id)
        continue
      }
      kept.push(renamed(kind, record, toOurs))
      if (!isWorldwide(id)) strange.add(id)
      else if (kind === 'annotation') isComplete = false
    }
    foreign.set(kind, strange)
    return kept as Records[K]
  }

  function merged<K extends Kind>(
    kind: K,
    id: string,
    present: readonly string[],
    were: number,
    own: ReadonlyMap<string, Records[K][number]>,
    mine: SidecarRecord | undefined,
  ): object {
    const pieces = present.map((their) => ({ their, record: renamed(kind, own.get(their)!, toOurs) }))
    if (!mine) return { ...pieces[0]!.record, id }
    const text = kind === 'document' ? texts.get(present[0]!)?.text : undefined
    const known =
      kind === 'document' && text !== undefined
        ? { ...mine, structure: (mine as SidecarDocument).structureOver(text) ?? null }
        : mine
    const whole: Record<string, unknown> = { ...known, id }
    const changed = new Set<string>()
    for (const { their, record } of pieces) {
      for (const field of fieldsOf[kind]) {
        const before = expected(kind, their, field, known)
        // Earlier sidecars kept maps in the order in which they were read.
        const isSame =
          (field === 'annotator' && areForgotten && isNamed(fieldOf(known, field))) ||
          (field === 'created' && before === '""') ||
          isOpen(field, fieldOf(record, field)) ||
          isKept(before, inNoOrder(fieldOf(record, field))) ||
          isKept(before, fieldValue(record, field))
        if (isSame || changed.has(field)) continue
        changed.add(field)
        const [ours, theirs] = [fieldOf(known, field), fieldOf(record, field)]
        whole[field] = ours instanceof Map && theirs instanceof Map ? mergedMap(ours, theirs, before) : theirs
      }
    }
    const note = (): void => {
      if (changed.size === 0) untouched.get(kind)!.add(id)
      else edits.get(kind)!.set(id, { fields: changed, before: fieldsBefore(known, changed) })
    }
    if (kind === 'document' && whole.structure === null) {
      whole.structure = (pieces[0]!.record as DocumentRecord).structure
    }
    if (kind === 'annotation') {
      if (were > 1 && (changed.has('spans') || pieces.length < were)) {
        whole.spans = united(pieces.map(({ record }) => record as IncomingAnnotation))
        changed.add('spans')
      }
      note()
      const first = pieces[0]!.record as unknown as IncomingAnnotation
      const isMoved = changed.has('spans') && whole.spans !== null
      return {
        ...whole,
        quote: isMoved ? (pieces.length === 1 ? first.quote : null) : (whole.quote ?? first.quote),
        prefix: pieces.length === 1 ? first.prefix : '',
        suffix: pieces.length === 1 ? first.suffix : '',
      }
    }
    note()
    return whole
  }

  /** What a field of theirs read as when we wrote it, as JSON. */
  function expected(kind: Kind, their: string, field: string, mine: object): string {
    // A field may well read as null.
    for (const said of [heard!.single.get(kind)!.get(their), heard!.usual.get(kind)!]) {
      const value = said?.get(field)
      if (value !== undefined) return writeJson(value)
    }
    return keyOf(inNoOrder(fieldOf(mine, field)))
  }

  const records = Object.fromEntries(kinds.map((kind) => [kind, all(kind)])) as unknown as Records
  const theirs = inTheirWords(back)
  const sources = new Map(incoming.documents.map((document) => [document.id, document]))
  const documents = records.document.map((record) =>
    arrivingDocument(record, sources.get(theirs(record.id)), heard, away),
  )
  const leftOut = [...incoming.leftOut]
  const arriving: Arriving = {
    format,
    isOurs: heard !== null,
    project: heard?.readProject === keyOf(incoming.project) ? heard.project : incoming.project,
    annotators: records.annotator,
    speakers: records.speaker,
    tags: records.tag,
    linkTypes: records.link_type,
    documents,
    claims: records.claim,
    annotations: withTheirWords(
      records.annotation,
      documents.filter(({ id }) => heard?.characters.has(id)),
      (id) => sources.get(theirs(id))?.text?.text,
    ),
    links: records.link,
    memos: records.memo,
    foreign,
    leftOut,
    unread,
    doubts: incoming.doubts,
    ...{ missing, isComplete, edits, untouched },
  }
  return whole(arriving, reserve, ahead, areForgotten)
}

/** Whether the files named people when we wrote them, and name none of them any more. */
function isNobodyLeft(
  readAs: ReadonlyMap<string, readonly string[]> | undefined,
  annotators: readonly Data.Annotator[],
): boolean {
  const named = new Set([...(readAs?.values() ?? [])].flat())
  return named.size > 0 && annotators.length > 0 && !annotators.some(({ id }) => named.has(id))
}

/** Whether the files do not say it at all. */
const isOpen = (field: string, value: unknown): boolean =>
  (field === 'color' || field === 'created') && value === ''

/** Only these: a record of a document has more, which no other thread can be sent. */
function fieldsBefore(record: object, fields: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => fields.has(field)))
}

function inverse(map: ReadonlyMap<string, readonly string[]> | undefined): Map<string, string> {
  const back = new Map<string, string>()
  for (const [ours, theirs] of map ?? []) for (const id of theirs) back.set(id, ours)
  return back
}

/** Codebook, claims and people are kept as long as anything refers to them. */
function isReferredTo(kind: Kind): boolean {
  return kind !== 'annotation' && kind !== 'link' && kind !== 'memo' && kind !== 'document'
}

function united(
  pieces: readonly { spans: Data.Annotation['spans'] | null }[],
): Data.Annotation['spans'] | null {
  if (pieces.some(({ spans }) => spans === null)) return null
  const sorted = pieces.flatMap(({ spans }) => spans!).sort((a, b) => a.start - b.start)
  const apart: Data.Annotation['spans'] = []
  for (const span of sorted) {
    const last = apart.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else apart.push({ ...span })
  }
  return apart
}

/** The reader’s id of a document of ours. */
function inTheirWords(back: ReadonlyMap<Kind, ReadonlyMap<string, string>>): (id: string) => string {
  const forward = new Map([...back.get('document')!].map(([theirs, ours]) => [ours, theirs]))
  return (id) => forward.get(id) ?? id
}

function arrivingDocument(
  document: DocumentRecord,
  source: IncomingDocument | undefined,
  sidecar: Sidecar | null,
  away: PutsAway | undefined,
): ArrivingDocument {
  const read = source?.text ?? null
  const original = source?.source ?? null
  const { name, mediaType, sha256 } = document.source
  const text = read && sidecar ? mended(read, document, sidecar) : read
  return {
    ...{ id: document.id, title: document.title, metadata: document.metadata, status: document.status },
    source: { name, mediaType, sha256 },
    text: text && away ? away.text(text) : text,
    original: original && sourceHash(original) === sha256 ? original : null,
    knownAs: [...new Set([...(source?.knownAs ?? []), name, document.title])].filter(Boolean),
    isNamed: source === undefined || source.knownAs.length > 0,
    textSha256: sidecar?.texts.get(document.id) ?? (text ? textHash(text) : ''),
  }
}

/** The text with what our sidecar knows of it. */
function mended(
  { text, blocks, marks, breaks }: StructuredText,
  { id, structure }: DocumentRecord,
  { characters }: Sidecar,
): StructuredText {
  const words = withRareCharacters(text, characters.get(id) ?? [])
  return { text: words, ...(structure ?? { blocks, marks, breaks }) }
}

/** Quotes in the words of the texts, also where characters of those have come back. */
function withTheirWords(
  annotations: readonly RecordedAnnotation[],
  documents: readonly ArrivingDocument[],
  wordsRead: (document: string) => string | undefined,
): IncomingAnnotation[] {
  const mended = new Map(
    documents.flatMap(({ id, text }) => {
      const read = wordsRead(id)
      return text && read !== undefined && read !== text.text ? [[id, { read, now: text.text }]] : []
    }),
  )
  return annotations.map((one) => {
    // Those of the sidecar have no words around them.
    const annotation: IncomingAnnotation =
      'prefix' in one ? (one as IncomingAnnotation) : { quote: null, prefix: '', suffix: '', ...one }
    const words = mended.get(annotation.document)
    if (!words || !annotation.spans || !annotation.quote) return annotation
    const quoted = (text: string) => annotation.spans!.map(({ start, end }) => text.slice(start, end))
    const isRight = areSame(quoted(words.read), annotation.quote)
    return isRight ? { ...annotation, quote: quoted(words.now) } : annotation
  })
}

/** Without what refers to nothing any more; what is referred to though another program left it out comes back. */
function whole(
  arriving: Arriving,
  reserve: ReadonlyMap<Kind, ReadonlyMap<string, SidecarRecord>>,
  ahead: ReadonlySet<string>,
  areForgotten: boolean,
): Arriving {
  const lists = {
    annotator: arriving.annotators,
    speaker: arriving.speakers,
    tag: arriving.tags,
    link_type: arriving.linkTypes,
    claim: arriving.claims,
  } as const
  const ids = new Map<Kind, Set<string>>(
    Object.entries(lists).map(([kind, list]) => [kind as Kind, new Set(list.map(({ id }) => id))]),
  )
  ids.set('document', new Set(arriving.documents.map(({ id }) => id)))
  const isThere = (kind: keyof typeof lists | 'document', id: string): boolean => {
    if (ids.get(kind)!.has(id)) return true
    const again = reserve.get(kind)?.get(id)
    if (!again || kind === 'document') return false
    ;(lists[kind] as unknown[]).push(again)
    ids.get(kind)!.add(id)
    return true
  }
  const annotations = arriving.annotations.filter(
    ({ document, annotator, tag }) =>
      isThere('document', document) && isThere('annotator', annotator) && isThere('tag', tag),
  )
  for (const annotation of annotations) {
    if (annotation.claim !== null && !isThere('claim', annotation.claim)) annotation.claim = null
    if (annotation.speaker !== null && !isThere('speaker', annotation.speaker)) annotation.speaker = null
  }
  const annotationIds = new Set(annotations.map(({ id }) => id))
  const hasEnd = (end: Data.LinkEnd): boolean => {
    if ('link' in end) return true
    if ('annotation' in end) return annotationIds.has(end.annotation) || ahead.has(end.annotation)
    return isThere('claim', end.claim)
  }
  const candidates = arriving.links.filter(
    ({ source, target, linkType, annotator }) =>
      hasEnd(source) && hasEnd(target) && isThere('link_type', linkType) && isThere('annotator', annotator),
  )
  const links = withTheirEnds(candidates)
  const linkIds = new Set(links.map(({ id }) => id))
  const memos = arriving.memos.filter(({ about, annotator }) => {
    if (!isThere('annotator', annotator)) return false
    if ('project' in about) return true
    if ('document' in about) return isThere('document', about.document)
    if ('tag' in about) return isThere('tag', about.tag)
    if ('speaker' in about) return isThere('speaker', about.speaker)
    return 'link' in about ? linkIds.has(about.link) : hasEnd(about)
  })
  for (const tag of arriving.tags) if (tag.parent !== null && !isThere('tag', tag.parent)) tag.parent = null
  const missing = new Map(arriving.missing)
  const without = (kind: Kind, all: readonly { id: string }[], left: readonly { id: string }[]): void => {
    const ids = new Set(left.map(({ id }) => id))
    const gone = all.filter(({ id }) => !ids.has(id)).map(({ id }) => id)
    missing.set(kind, [...missing.get(kind)!, ...gone])
  }
  without('annotation', arriving.annotations, annotations)
  without('link', arriving.links, links)
  without('memo', arriving.memos, memos)
  const signing = new Set([...annotations, ...links, ...memos].map(({ annotator }) => annotator))
  const annotators = areForgotten
    ? arriving.annotators.filter(({ id }) => signing.has(id))
    : arriving.annotators
  return { ...arriving, annotators, annotations, links, memos, missing }
}

/** In the order they have, without those that stand onto a link that is not there. */
function withTheirEnds(links: readonly Data.Link[]): Data.Link[] {
  const onto = new Map<string, string[]>()
  const kept = new Set(links.map(({ id }) => id))
  for (const link of links) {
    for (const id of linksUnder(link)) {
      const own = onto.get(id)
      if (own) own.push(link.id)
      else onto.set(id, [link.id])
    }
  }
  const missing = [...onto.keys()].filter((id) => !kept.has(id))
  for (let id = missing.pop(); id !== undefined; id = missing.pop()) {
    for (const above of onto.get(id) ?? []) if (kept.delete(above)) missing.push(above)
  }
  return links.filter(({ id }) => kept.has(id))
}
