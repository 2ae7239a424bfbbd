import type { Found } from '../../preload/contract/annotation-import.ts'
import { isCancelled, sentenceOf } from '../../preload/contract/failure.ts'
import { request } from '../client.ts'
import { type Choices, type NamedKind, proposed } from '../store/annotation-sets/choices.ts'
import { namesApart } from '../store/annotation-sets/names-apart.ts'
import {
  type AnnotationSet,
  type BroughtSet,
  inOrder,
  isOtherwise,
  mostListed,
  type PlannedSet,
  planned,
  type RefusedSet,
} from '../store/annotation-sets/planned-sets.ts'
import { choicesAtLast, choicesForSet, type NamedHere } from '../store/annotation-sets/shared-choices.ts'
import { nameIn } from './import-annotations.ts'
import { beginTask, endTask } from './tasks.ts'

/** What is done with several sets one after the other, and can be stopped between and within them. */
export interface RunOptions {
  task: string
  /** Told before each, `at` from 1. */
  onSet(at: number, of: number): void
}

/**
 * Reads each to see what is in it, and puts it away again: all of them together may be more than can be held. Undefined
 * where it was stopped.
 */
export async function lookThroughSets(
  sets: readonly AnnotationSet[],
  beside: readonly string[],
  run: RunOptions,
): Promise<{ sets: PlannedSet[]; refused: RefusedSet[] } | undefined> {
  const plannedSets: PlannedSet[] = []
  const names = namesApart(sets.map(({ path }) => path))
  const refused: RefusedSet[] = []
  const isWhole = await oneByOne(sets, run, async (set) => {
    try {
      const found = await readSet(set, beside, run.task)
      await request('annotationImport.close', { reading: found.reading })
      plannedSets.push(planned(set, toldApart(found, set, names)))
    } catch (error) {
      if (isCancelled(error)) throw error
      refused.push({ path: set.path, problem: sentenceOf(error) })
    }
  })
  return isWhole ? { sets: inOrder(plannedSets), refused } : undefined
}

/** With its folders in its name where other sets are called the same. */
function toldApart(found: Found, { path }: AnnotationSet, names: ReadonlyMap<string, string>): Found {
  const name = nameIn(path)
  return { ...found, name: found.name.replace(name, () => names.get(path) ?? name) }
}

export interface Brought {
  brought: BroughtSet[]
  refused: RefusedSet[]
  /** Paths of texts that came in with them. */
  beside: string[]
  /** What was not brought in: it was stopped before, or holds what has just come in with another. */
  left: PlannedSet[]
}

/**
 * Brings in what is included, as one step to undo with all that `together` names. Each is read anew, since what came in
 * before it may be what it holds; one that turns out to be so is left for the person to see.
 */
export async function bringSets(
  sets: readonly PlannedSet[],
  { shared, beside, together }: { shared: Choices; beside: readonly string[]; together: string },
  run: RunOptions,
): Promise<Brought> {
  const result: Brought = { brought: [], refused: [], beside: [], left: [] }
  const before = await namesHere()
  const included = sets.filter(({ isIncluded }) => isIncluded)
  const met = new Set<PlannedSet>()
  await oneByOne(included, run, async (set) => {
    const free = beside.filter((path) => !result.beside.includes(path))
    try {
      const found = await readSet(set, free, run.task)
      if (isOtherwise(set.found, found)) {
        await request('annotationImport.close', { reading: found.reading })
        result.left.push({ ...set, found: { ...found, name: set.found.name }, isIncluded: false })
      } else {
        const chosen = set.own?.choices ?? choicesForSet(set.found, shared)
        const choices = choicesAtLast(chosen, { before: set.found, now: found }, await madeSince(before))
        const report = await request('annotationImport.bring', {
          ...{ task: run.task, reading: found.reading, together, mostDoubts: mostListed },
          ...choices,
          taking: set.own?.taking ?? proposed,
        })
        result.brought.push({ name: set.found.name, format: found.format, report })
        result.beside.push(...found.beside)
      }
    } catch (error) {
      if (isCancelled(error)) throw error
      result.refused.push({ path: set.path, problem: sentenceOf(error) })
    }
    met.add(set)
  })
  result.left.push(...included.filter((set) => !met.has(set)))
  return result
}

const readSet = (
  { together, ...set }: AnnotationSet,
  beside: readonly string[],
  task: string,
): Promise<Found> =>
  request('annotationImport.read', {
    ...{ task, path: set.path, format: set.format, mostDoubts: mostListed },
    ...{ together: [...together], beside: [...beside] },
  })

/** Tells whether all were done. */
async function oneByOne<T>(
  things: readonly T[],
  { task, onSet }: RunOptions,
  work: (thing: T) => Promise<void>,
): Promise<boolean> {
  let isStopped = false
  const stop = () => {
    isStopped = true
  }
  beginTask(task, 'Reading the annotations', { stop })
  try {
    for (const [index, thing] of things.entries()) {
      if (isStopped) return false
      onSet(index + 1, things.length)
      await work(thing)
    }
    return !isStopped
  } catch (error) {
    if (isCancelled(error)) return false
    throw error
  } finally {
    endTask(task)
  }
}

type Names = Record<NamedKind, readonly NamedHere[]>

/** Asked of the project: the window hears of what has just come in a moment later. */
async function namesHere(): Promise<Names> {
  const [tags, linkTypes, annotators] = await Promise.all([
    request('tag.list', undefined),
    request('linkType.list', undefined),
    request('annotator.list', undefined),
  ])
  return { tags, linkTypes, annotators }
}

/** What has been made since then, by name. */
async function madeSince(before: Names): Promise<Names> {
  const now = await namesHere()
  const made = (kind: NamedKind): readonly NamedHere[] => {
    const old = new Set(before[kind].map(({ uid }) => uid))
    return now[kind].filter(({ uid }) => !old.has(uid))
  }
  return { tags: made('tags'), linkTypes: made('linkTypes'), annotators: made('annotators') }
}
