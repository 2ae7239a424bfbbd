import { pathsOfDropped, request } from '../client.ts'
import { tellOfCopies } from '../store/copies.ts'
import { countOf } from '../store/counting.ts'
import { say, showFailure } from '../store/notices.ts'
import { openDocument } from '../store/places.ts'
import { loadWorkbench } from '../store/project.ts'
import { workbench } from '../store/workbench.ts'
import { importAnnotationsAmong } from './import-annotations.ts'

let count = 0

/** Asks for files or for folders, and imports them. */
export async function chooseAndImport(folders: boolean): Promise<void> {
  const paths = await request('app.chooseImport', { folders })
  if (paths) await importPaths(paths)
}

/** Imports what was dropped on the window; a project file is opened instead. Without a project one is made first. */
export async function importDropped(files: File[]): Promise<void> {
  const paths = await pathsOfDropped(files)
  const project = paths.find((path) => path.endsWith('.rejoinder'))
  if (project) await request('app.openProject', { path: project })
  else if (paths.length > 0 && (workbench.getState().project || (await makeProject())))
    await importPaths(paths)
}

/** Tells whether there is a project now: the person may have thought better of it. */
async function makeProject(): Promise<boolean> {
  if (!(await request('app.newProject', undefined))) return false
  await loadWorkbench()
  return true
}

/** `again`: files that are in the project already come in once more. Shows a report when there is something to tell. */
export async function importPaths(chosen: string[], again = false): Promise<void> {
  const paths = again ? chosen : await importAnnotationsAmong(chosen)
  if (paths.length === 0) return
  count += 1
  const task = `import-${count}`
  workbench.setState((state) => ({
    tasks: { ...state.tasks, [task]: { task, done: 0, of: 0, doing: 'Looking at the files' } },
  }))
  try {
    const report = await request('document.import', { task, paths, again })
    const imported = report.files.filter((file) => file.outcome === 'imported')
    const first = imported[0]?.documentIds[0]
    const quiet =
      !report.cancelled &&
      imported.length === report.files.length &&
      imported.every((file) => file.notes.length === 0)
    if (!quiet) workbench.setState({ dialog: { kind: 'import-report', report } })
    say(`${imported.length} of ${countOf(report.files.length, 'file')} imported`)
    if (first !== undefined) await openDocument(first)
    tellOfCopies(imported.flatMap(({ documentIds }) => documentIds)).catch(showFailure)
  } finally {
    endTask(task)
  }
}

/** Stops a long work; what is done stays. */
export function cancelTask(task: string): void {
  request('app.cancel', { task }).catch(showFailure)
}

export function endTask(task: string): void {
  workbench.setState(({ tasks: { [task]: _ended, ...tasks } }) => ({ tasks }))
}
