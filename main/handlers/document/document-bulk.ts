import { collectionsOf, withCollections } from '../../../preload/contract/collections.ts'
import type { DocumentStatus, Metadata } from '../../../preload/contract/document.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { ParsedOf, ProjectHandlers } from '../../../preload/contract/index.ts'
import type { ProjectContext } from '../../project-context.ts'
import { counted } from '../words.ts'

export const statusWords: Record<DocumentStatus, string> = {
  'to-do': 'to do',
  'in-progress': 'in progress',
  done: 'done',
}

type Bulk = 'updateMany' | 'collect' | 'uncollect' | 'renameCollection' | 'deleteCollection'
type Change = ParsedOf<'document.updateMany'>['change']

/** What is done to many documents at once, each as one step. Documents that it leaves as they are stay untouched. */
export function bulkHandlers({ project }: ProjectContext): Pick<ProjectHandlers['document'], Bulk> {
  const { history, repositories } = project
  const { documents } = repositories

  /** Changes the metadata of each; `change` gives back the very object where nothing is to change. */
  function changeMetadata(ids: Iterable<DocumentId>, change: (metadata: Metadata) => Metadata): void {
    for (const id of new Set(ids)) {
      const metadata = documents.metadataOf(id)
      const changed = change(metadata)
      if (changed !== metadata) documents.update(id, { metadata: changed })
    }
  }

  /** Changes the names of the collections of each document. */
  const changeCollections = (ids: Iterable<DocumentId>, change: (names: string[]) => string[]) =>
    changeMetadata(ids, (metadata) => {
      const names = collectionsOf(metadata)
      const changed = change(names)
      return changed === names ? metadata : withCollections(metadata, changed)
    })

  /** The title of one, the number of several. */
  const named = (ids: readonly DocumentId[]): string => {
    const unique = new Set(ids)
    const [only] = unique
    return unique.size === 1 && only ? documents.get(only).title : counted(unique.size, 'document')
  }

  return {
    updateMany({ ids, change }) {
      const { status, fields = {}, renamed = {} } = change
      const taken = refusedNames(renamed, () => [...new Set(ids)].map(documents.metadataOf))
      if (taken !== undefined) {
        throw new Failure('exists', `A field “${taken}” is there already. Give the field another name.`)
      }
      history.record(labelOf(change, named(ids)), () => {
        if (status !== undefined) for (const id of new Set(ids)) documents.setStatus(id, status)
        changeMetadata(ids, (metadata) => withFields(withNames(metadata, renamed), fields))
      })
    },

    collect({ ids, name }) {
      history.record(`put ${named(ids)} into ${name}`, () =>
        changeCollections(ids, (names) => (names.includes(name) ? names : [...names, name])),
      )
    },
    uncollect({ ids, name }) {
      history.record(`take ${named(ids)} out of ${name}`, () =>
        changeCollections(ids, (names) => without(names, name)),
      )
    },
    renameCollection({ from, to }) {
      history.record(`rename collection ${from} to ${to}`, () =>
        changeCollections(documents.collected(), (names) =>
          names.includes(from) ? names.map((name) => (name === from ? to : name)) : names,
        ),
      )
    },
    deleteCollection({ name }) {
      history.record(`delete collection ${name}`, () =>
        changeCollections(documents.collected(), (names) => without(names, name)),
      )
    },
  }
}

const without = (names: string[], name: string): string[] =>
  names.includes(name) ? names.filter((other) => other !== name) : names

function labelOf({ status, fields = {}, renamed = {} }: Change, of: string): string {
  const [field, ...others] = Object.entries(fields)
  const [name, ...names] = Object.entries(renamed)
  const parts = Number(status !== undefined) + Object.keys(fields).length + Object.keys(renamed).length
  if (parts !== 1 || others.length > 0 || names.length > 0) return `edit details of ${of}`
  if (status !== undefined) return `mark ${of} as ${statusWords[status]}`
  if (name) return `rename ${name[0]} of ${of} to ${name[1]}`
  return `${field![1] === '' ? 'clear' : 'set'} ${field![0]} of ${of}`
}

/** A new name that some of them have already; undefined when there is none. */
function refusedNames(renamed: Metadata, all: () => Metadata[]): string | undefined {
  const names = Object.entries(renamed).filter(([from, to]) => from !== to)
  if (names.length === 0) return undefined
  return all()
    .flatMap((metadata) => names.map(([from, to]) => has(metadata, from) && has(metadata, to) && to))
    .find((to) => to !== false)
}

function withNames(metadata: Metadata, renamed: Metadata): Metadata {
  if (!Object.keys(renamed).some((name) => has(metadata, name))) return metadata
  return Object.fromEntries(
    Object.entries(metadata).map(([name, value]) => [has(renamed, name) ? renamed[name] : name, value]),
  )
}

function withFields(metadata: Metadata, fields: Metadata): Metadata {
  const changed = Object.entries(fields).filter(([name, value]) => (metadata[name] ?? '') !== value)
  if (changed.length === 0) return metadata
  return Object.fromEntries(
    Object.entries({ ...metadata, ...Object.fromEntries(changed) }).filter(
      ([name, value]) => value !== '' || !has(fields, name),
    ),
  )
}

const has = (fields: Metadata, name: string): boolean => Object.hasOwn(fields, name)
