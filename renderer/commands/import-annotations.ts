import type { ImportedFile } from '../../preload/contract/document.ts'
import { request } from '../client.ts'
import type { AnnotationsDone } from '../store/open-dialog.ts'
import { workbench } from '../store/workbench.ts'
import { whileLooking } from './looking.ts'

let count = 0

export const newReadingTask = (): string => {
  count += 1
  return `read-annotations-${count}`
}

/** The last part of a path, of whichever system. */
export const nameIn = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/**
 * Offers what was chosen to the formats of other programs first. Each that holds annotations is shown before it comes
 * in, until the person leaves out all that follow. When that is done gives the rest, which may be texts and is nothing
 * where it was stopped, and those that could not be read.
 */
export async function importAnnotationsAmong(
  paths: readonly string[],
): Promise<{ rest: string[]; refused: ImportedFile[] }> {
  const refused: ImportedFile[] = []
  const found = await whileLooking(paths.length > 1 ? paths.length : 0, (task) =>
    request('annotationImport.recognise', { task, paths: [...paths] }),
  )
  if (!found) return { rest: [], refused }
  const taken = new Set(found.flatMap(({ path, together }) => [path, ...together]))
  let rest = paths.filter((path) => !taken.has(path))
  for (const [index, { path, format, together }] of found.entries()) {
    const among = { at: index + 1, of: found.length, others: rest.length }
    const { goesOn, beside, problem } = await new Promise<AnnotationsDone>((onDone) => {
      workbench.setState({
        dialog: { kind: 'import-annotations', path, format, together, beside: rest, among, onDone },
      })
    })
    rest = rest.filter((path) => !beside.includes(path))
    if (problem !== undefined) {
      refused.push({ name: nameIn(path), path, outcome: 'failed', documentIds: [], notes: [], problem })
    }
    if (!goesOn) break
  }
  return { rest, refused }
}
