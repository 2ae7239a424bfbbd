import type { ImportedFile } from '../../preload/contract/document.ts'
import { request } from '../client.ts'
import { namesApart } from '../store/annotation-sets/names-apart.ts'
import type { AnnotationSet, BroughtSet } from '../store/annotation-sets/planned-sets.ts'
import type { AnnotationsDone, SetsDone } from '../store/open-dialog.ts'
import { workbench } from '../store/workbench.ts'
import { whileLooking } from './looking.ts'

let count = 0

export const newReadingTask = (): string => {
  count += 1
  return `read-annotations-${count}`
}

/** The last part of a path, of whichever system. */
export const nameIn = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/** What became of the annotations among the files that were chosen. */
export interface AnnotationsAmong {
  /** What is left, which may be texts; nothing where it was stopped. */
  rest: string[]
  refused: ImportedFile[]
  /** Where there were several sets, those that came in: to be told of when all is done. */
  sets: readonly BroughtSet[]
}

/**
 * Offers what was chosen to the formats of other programs first. What holds annotations is shown before it comes in: one
 * set by itself, several in a list.
 */
export async function importAnnotationsAmong(paths: readonly string[]): Promise<AnnotationsAmong> {
  const found = await whileLooking(paths.length > 1 ? paths.length : 0, (task) =>
    request('annotationImport.recognise', { task, paths: [...paths] }),
  )
  if (!found) return { rest: [], refused: [], sets: [] }
  const taken = new Set(found.flatMap(({ path, together }) => [path, ...together]))
  const others = paths.filter((path) => !taken.has(path))
  const many = found.length > 1 ? await askOfMany(found, others) : { ...noneBrought, alone: found[0] }
  const names = namesApart(found.map(({ path }) => path))
  const { beside } = many.alone ? await askOfOne(many.alone, others) : many
  return {
    rest: others.filter((path) => !beside.includes(path)),
    refused: many.refused.map(({ path, problem }) => ({
      ...{ name: names.get(path) ?? nameIn(path), path, problem },
      ...{ outcome: 'failed', documentIds: [], notes: [] },
    })),
    sets: many.brought,
  }
}

const noneBrought: SetsDone = { beside: [], brought: [], refused: [] }

const askOfMany = (sets: readonly AnnotationSet[], beside: readonly string[]): Promise<SetsDone> =>
  new Promise((onDone) => {
    workbench.setState({ dialog: { kind: 'import-annotation-sets', sets, beside, onDone } })
  })

const askOfOne = (set: AnnotationSet, beside: readonly string[]): Promise<AnnotationsDone> =>
  new Promise((onDone) => {
    workbench.setState({ dialog: { kind: 'import-annotations', ...set, beside, onDone } })
  })
