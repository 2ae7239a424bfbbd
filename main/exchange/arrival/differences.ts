import type { Repositories } from '../../../db/repositories/index.ts'
import type { Compared } from '../../../preload/contract/annotation-import.ts'
import type * as Data from '../dataset.ts'
import type { Arriving, Edit } from '../sidecar/arriving.ts'
import { areSame } from '../sidecar/same-values.ts'
import { type OwnRecord, type OwnRecords, ownRecords } from './own-records.ts'

/** One thing that is here and in the files, though not the same. */
export interface Difference {
  kind: Compared
  id: string
  fields: FieldDifference[]
}

export interface FieldDifference {
  field: string
  here: unknown
  there: unknown
  /** Whether it was changed here too since the files were written; null where nobody can tell. */
  alsoHere: boolean | null
}

export interface Differences {
  added: { kind: Compared; id: string }[]
  changed: Difference[]
  /** Here and not in the files, though they are of texts that are in the files. */
  missing: { kind: Compared; id: string; isCertain: boolean }[]
}

const fieldsOf: Record<Compared, readonly string[]> = {
  annotation: ['tag', 'spans', 'claim', 'speaker', 'attributes', 'confidence', 'note'],
  link: ['linkType', 'source', 'target', 'strength', 'status', 'note'],
  claim: ['statement', 'note'],
  memo: ['text'],
  tag: [
    ...(['name', 'role', 'color', 'key', 'parent', 'definition', 'include', 'exclude', 'examples'] as const),
    'attributes',
  ],
  speaker: ['name', 'kind', 'variants'],
  document: ['title', 'metadata', 'status'],
}

/** What comes and goes as a difference; of the others only what has changed is one. */
const work = ['annotation', 'link', 'claim', 'memo'] as const
const frame = ['tag', 'speaker', 'document'] as const

/**
 * What of a dataset of ours that comes back is not as the project has it. With a sidecar only what another program has
 * changed counts. Without one a field that says nothing leaves ours as it is, since the format may not have it. Null
 * where the project has nothing of it. It pauses after each record, and what is deleted meanwhile differs in nothing.
 */
export function* comparing(
  repositories: Repositories,
  arriving: Arriving,
  dataset: Data.Dataset,
  own: OwnRecords = ownRecords(repositories),
): Generator<void, Differences | null> {
  const lists: Record<Compared, readonly { id: string }[]> = {
    ...{ annotation: dataset.annotations, link: dataset.links, claim: dataset.claims, memo: dataset.memos },
    ...{ tag: dataset.tags, speaker: dataset.speakers, document: dataset.documents },
  }
  if (!work.some((kind) => lists[kind].some(({ id }) => own.has(kind, id)))) return null
  const differences: Differences = { added: [], changed: [], missing: [] }
  const compare = (kind: Compared, record: { id: string }): void => {
    const { id } = record
    if (arriving.untouched.get(kind)?.has(id)) return
    const edit = arriving.edits.get(kind)?.get(id)
    const here = own.find(kind, id)
    const fields = here ? fieldsBetween(kind, here, record, { edit, isWhole: arriving.isOurs }) : []
    if (fields.length > 0) differences.changed.push({ kind, id, fields })
  }
  for (const kind of work) {
    for (const record of lists[kind]) {
      const { id } = record
      if (own.has(kind, id)) compare(kind, record)
      else differences.added.push({ kind, id })
      yield
    }
  }
  // Other programs know of codebook, people and facts little more than names: only our own word counts.
  const theirs = { tag: arriving.tags, speaker: arriving.speakers, document: arriving.documents }
  for (const kind of arriving.isOurs ? frame : []) {
    const strange = arriving.foreign.get(kind)
    const known = new Set(theirs[kind].map(({ id }) => id))
    for (const record of lists[kind]) {
      if (known.has(record.id) && !strange?.has(record.id)) compare(kind, record)
      yield
    }
  }
  const isHere = ({ kind, id }: { kind: Compared; id: string }): boolean => own.find(kind, id) !== undefined
  differences.changed = differences.changed.filter(isHere)
  differences.missing = missingIn(repositories, arriving, dataset, own).filter(isHere)
  return differences
}

function fieldsBetween(
  kind: Compared,
  here: OwnRecord,
  there: object,
  { edit, isWhole }: { edit: Edit | undefined; isWhole: boolean },
): FieldDifference[] {
  return fieldsOf[kind].flatMap((field) => {
    if (edit && !edit.fields.has(field)) return []
    const [ours, theirs] = [here[field], (there as OwnRecord)[field]]
    if (areAlike(ours, theirs) || (!edit && !isWhole && saysNothing(theirs))) return []
    const alsoHere = edit ? !areAlike(edit.before[field], ours) : null
    return [{ field, here: ours, there: theirs, alsoHere }]
  })
}

/** Attributes and facts are the same in any order. */
function areAlike(one: unknown, other: unknown): boolean {
  if (!(one instanceof Map && other instanceof Map)) return areSame(one, other)
  return (
    one.size === other.size && [...one].every(([name, value]) => other.has(name) && other.get(name) === value)
  )
}

function saysNothing(value: unknown): boolean {
  return value === null || value === '' || (value instanceof Map && value.size === 0)
}

/** Where the files do not tell what was in them, anything of theirs that is here and not there may be younger. */
function missingIn(
  repositories: Repositories,
  arriving: Arriving,
  dataset: Data.Dataset,
  own: OwnRecords,
): Differences['missing'] {
  const missing: Differences['missing'] = []
  for (const kind of work) {
    for (const id of arriving.missing.get(kind) ?? []) {
      if (own.has(kind, id)) missing.push({ kind, id, isCertain: true })
    }
  }
  if (arriving.isComplete) return missing
  const certain = new Set(missing.map(({ id }) => id))
  const there = new Set(dataset.annotations.map(({ id }) => id))
  const people = new Set(dataset.annotators.map(({ id }) => id))
  const annotators = new Map(repositories.annotators.list().map(({ id, uid }) => [id, uid]))
  for (const document of dataset.documents) {
    const here = repositories.documents.findByUid(document.id)
    for (const { uid, annotatorId } of here ? repositories.dataset.annotations(here.id) : []) {
      if (there.has(uid) || certain.has(uid) || !people.has(annotators.get(annotatorId)!)) continue
      missing.push({ kind: 'annotation', id: uid, isCertain: false })
    }
  }
  return missing
}

/** What is not in the project stays out, with what would lead to it. */
export function withoutAdded(dataset: Data.Dataset, { added }: Differences): Data.Dataset {
  const out = new Map<Compared, Set<string>>(work.map((kind) => [kind, new Set<string>()]))
  for (const { kind, id } of added) out.get(kind)!.add(id)
  const isOut = (kind: Compared, id: string | null): boolean => id !== null && out.get(kind)!.has(id)
  const leadsOut = (about: Data.MemoSubject): boolean => {
    if ('annotation' in about) return isOut('annotation', about.annotation)
    if ('claim' in about) return isOut('claim', about.claim)
    return 'link' in about && isOut('link', about.link)
  }
  return {
    ...dataset,
    annotations: dataset.annotations.filter(({ id }) => !isOut('annotation', id)),
    links: dataset.links.filter(({ id }) => !isOut('link', id)),
    claims: dataset.claims.filter(({ id }) => !isOut('claim', id)),
    memos: dataset.memos.filter(({ id, about }) => !isOut('memo', id) && !leadsOut(about)),
  }
}
