import type { Kind } from '../../../db/repositories/dataset.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import { hashOf } from '../content-hash.ts'
import type * as Data from '../dataset.ts'
import type { TouchingLoss } from '../formats/annotation-format.ts'
import { exchangeLines } from '../formats/rejoinder-jsonl/lines.ts'
import { writeFilePieces } from '../target.ts'
import type { Expectations } from './expectations.ts'
import { rareCharactersIn } from './rare-characters.ts'
import { kinds } from './records.ts'

/** What lies beside a dataset in a format of another program, so that all of it can come back. */
export const linksFile = 'links.jsonl'
export const lossFile = 'loss.json'
export const sidecarVersion = 1

export interface SidecarContent {
  format: string
  losses: readonly Loss[]
  touching: readonly TouchingLoss[]
  /** Null where nobody here reads the format. */
  expectations: Expectations | null
}

/** Whether anything would not come back without it. */
export function isNeeded({ touching, expectations }: SidecarContent): boolean {
  if (touching.some(({ touches }) => touches.length > 0)) return true
  if (expectations === null) return false
  return !expectations.isPlain || [...expectations.changed.values()].some((ids) => ids.size > 0)
}

/** Everything that the format does not hold whole, record by record. */
export function writeLinks(dataset: Data.Dataset, content: SidecarContent, path: string): Promise<void> {
  return writeFilePieces(path, gathered(recordLines(dataset, withPeople(dataset, recordsToKeep(content)))))
}

/** What was lost, and how our ids and values read in the format. */
export function writeLoss(dataset: Data.Dataset, content: SidecarContent, path: string): Promise<void> {
  return writeFilePieces(path, gathered(lossLines(dataset, content)))
}

type Keeps = (kind: Kind, id: string) => boolean

/** What the format says it loses, and what has not come back as it was. */
function recordsToKeep({ touching, expectations }: SidecarContent): Keeps {
  const changed = expectations?.changed
  // Most of what the format says has been found changed: no second list of that.
  const others = new Map(kinds.map((kind) => [kind, new Set<string>()]))
  for (const { touches } of touching) {
    for (const { kind, ids } of touches) {
      for (const id of ids) if (!changed?.get(kind)?.has(id)) others.get(kind)!.add(id)
    }
  }
  return (kind, id) => (changed?.get(kind)?.has(id) ?? false) || others.get(kind)!.has(id)
}

/**
 * Also whose work all of it is, and of what type links are: another program may forget that where its own file says it,
 * and what only stands here would be nobody’s.
 */
function withPeople({ annotations, links, memos }: Data.Dataset, keeps: Keeps): Keeps {
  const annotators = new Set<string>()
  const linkTypes = new Set<string>()
  for (const { id, annotator } of annotations) if (keeps('annotation', id)) annotators.add(annotator)
  for (const { id, annotator, linkType } of links) {
    if (!keeps('link', id)) continue
    annotators.add(annotator)
    linkTypes.add(linkType)
  }
  for (const { id, annotator } of memos) if (keeps('memo', id)) annotators.add(annotator)
  return (kind, id) =>
    keeps(kind, id) ||
    (kind === 'annotator' && annotators.has(id)) ||
    (kind === 'link_type' && linkTypes.has(id))
}

/** In the syntax of the exchange file but without texts; links across documents come before all else. */
function* recordLines(dataset: Data.Dataset, keeps: Keeps): Generator<string> {
  const documents = new Map(dataset.annotations.map(({ id, document }) => [id, document]))
  const documentOf = (end: Data.LinkEnd): string | undefined =>
    'annotation' in end ? documents.get(end.annotation) : undefined
  const isAcross = ({ source, target }: Data.Link): boolean => documentOf(source) !== documentOf(target)
  const only = <T extends { id: string }>(kind: Kind, things: readonly T[]): T[] =>
    things.filter(({ id }) => keeps(kind, id))
  const links = only('link', dataset.links)
  const nothing: Data.Dataset = {
    ...{ project: dataset.project, annotators: [], speakers: [], tags: [], linkTypes: [], documents: [] },
    ...{ claims: [], annotations: [], links: [], memos: [], textOf: (id) => dataset.textOf(id) },
  }
  yield* exchangeLines({ ...nothing, links: links.filter(isAcross) })
  const rest = exchangeLines(
    {
      ...nothing,
      annotators: only('annotator', dataset.annotators),
      speakers: only('speaker', dataset.speakers),
      tags: only('tag', dataset.tags),
      linkTypes: only('link_type', dataset.linkTypes),
      documents: only('document', dataset.documents),
      claims: only('claim', dataset.claims),
      annotations: only('annotation', dataset.annotations),
      links: links.filter((link) => !isAcross(link)),
      memos: only('memo', dataset.memos),
    },
    { texts: false },
  )
  rest.next()
  yield* rest
}

/** One JSON value, a line for each thing in its long lists. */
function* lossLines(
  dataset: Data.Dataset,
  { format, losses, expectations }: SidecarContent,
): Generator<string> {
  const json = JSON.stringify
  yield `{"type":"loss","version":${sidecarVersion},"format":${json(format)},"losses":${json(losses)},`
  yield '"texts":['
  yield* separated(dataset.documents, ({ id }) => json([id, hashOf(dataset.textOf(id).text)]))
  yield ']'
  const rare = dataset.documents
    .map(({ id }) => [id, rareCharactersIn(dataset.textOf(id).text)] as const)
    .filter(([, characters]) => characters.length > 0)
  if (rare.length > 0) {
    yield ',"characters":['
    yield* separated(rare, (one) => json(one))
    yield ']'
  }
  if (expectations) {
    const { ids, invented, usual, single, project } = expectations
    yield `,"project":${json(project)},"invented":${json(Object.fromEntries(invented))}`
    yield ',"readAs":{'
    for (const [index, kind] of kinds.entries()) {
      yield `${index === 0 ? '' : ','}${json(kind)}:[`
      yield* separated(ids(kind), (entry) =>
        json(entry.length === 2 && entry[0] === entry[1] ? entry[0] : entry),
      )
      yield ']'
    }
    yield '},"reads":{'
    for (const [index, kind] of kinds.entries()) {
      yield `${index === 0 ? '' : ','}${json(kind)}:{"usual":${json(Object.fromEntries(usual.get(kind)!))},"single":[`
      yield* separated(single.get(kind)!, ([id, fields]) => json([id, Object.fromEntries(fields)]))
      yield ']}'
    }
    yield '}'
  }
  yield '}'
}

function* separated<T>(things: Iterable<T>, words: (thing: T) => string): Generator<string> {
  let last: string | undefined
  for (const thing of things) {
    if (last !== undefined) yield `${last},`
    last = words(thing)
  }
  if (last !== undefined) yield last
}

/** Pieces so short that the lines of one are forgotten before the collector takes them for lasting. */
function* gathered(lines: Iterable<string>): Generator<string> {
  let piece = ''
  for (const line of lines) {
    piece += `${line}\n`
    if (piece.length < 1 << 16) continue
    yield piece
    piece = ''
  }
  yield piece
}
