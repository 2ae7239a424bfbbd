import type { ImportedFile } from '../../preload/contract/document.ts'
import type { DeskFile, FileToBring } from '../../preload/contract/import-desk.ts'
import { pathsOfDropped, request } from '../client.ts'
import type { LastImport } from '../store/annotation-sets/planned-sets.ts'
import { tellOfCopies } from '../store/copies/copies.ts'
import { countOf } from '../store/counting.ts'
import {
  canComeIn,
  type ImportDesk,
  isArticle,
  isDoubtful,
  isToldOf,
  newRow,
  toBring,
} from '../store/documents/desk-rows.ts'
import { notify, say, showFailure } from '../store/notices.ts'
import { painted } from '../store/painted.ts'
import { openDocument } from '../store/places.ts'
import { loadWorkbench } from '../store/project.ts'
import { closeDialog, isAreaShown } from '../store/screen.ts'
import { workbench } from '../store/workbench.ts'
import { importAnnotationsAmong } from './import-annotations.ts'
import { lookOn } from './import-desk.ts'
import { whileLooking } from './looking.ts'
import { focusArea } from './move-between-areas.ts'
import { beginTask, endTask } from './tasks.ts'

let count = 0

/** So many plain files come in without being asked about. */
const mostAtOnce = 2

/** Asks for files or for folders, and imports them. */
export async function chooseAndImport(folders: boolean): Promise<void> {
  const paths = await request('app.chooseImport', { folders })
  if (paths) await importPaths(paths)
}

/** Imports what was dropped on the window; a project file is opened instead. Without a project one is made first. */
export async function importDropped(files: File[]): Promise<void> {
  const paths = await pathsOfDropped(files)
  if (paths.length < files.length) notify('failure', noFile(files.length - paths.length))
  const project = paths.find((path) => path.endsWith('.rejoinder'))
  if (project) await request('app.openProject', { path: project })
  else if (paths.length > 0 && (workbench.getState().project || (await makeProject())))
    await importPaths(paths)
}

/** A picture of a page, or an attachment of a mail: other programs have such things, and no file. */
const noFile = (things: number): string =>
  `${countOf(things, 'thing')} that ${things === 1 ? 'was' : 'were'} dropped ${things === 1 ? 'is' : 'are'} no file on this computer: save them as files first, then drop those.`

/** Tells whether there is a project now: the person may have thought better of it. */
async function makeProject(): Promise<boolean> {
  if (!(await request('app.newProject', undefined))) return false
  await loadWorkbench()
  return true
}

/**
 * One or two files with nothing doubtful and nothing to choose come in at once, without guesses; more are laid out
 * first. `again`: files that are in the project already come in once more, unasked.
 */
export async function importPaths(chosen: string[], again = false): Promise<void> {
  const {
    rest: paths,
    refused,
    sets,
  } = again ? { rest: chosen, refused: [], sets: [] } : await importAnnotationsAmong(chosen)
  const tellOfAnnotations = () => tellBefore({ refused, sets })
  if (paths.length === 0) return tellOfAnnotations()
  const opening = request('importDesk.open', { paths })
  const opened = await whileLooking(0, () => opening)
  if (!opened) {
    opening.then(putAway).catch(showFailure)
    return tellOfAnnotations()
  }
  const { desk, files, passedOver } = opened
  const task = beginImport()
  try {
    if (files.length === 0)
      return showReport({
        files: [...refused, ...passedOver.map(passedOverEntry)],
        cancelled: false,
        sets,
      })
    const { preferences } = workbench.getState()
    const isFew =
      again || (files.length <= mostAtOnce && !preferences.alwaysLayOut && passedOver.length === 0)
    workbench.setState({
      importDesk: { desk, rows: files.map(newRow), left: files.length, passedOver, refused, sets },
    })
    if (isFew) await lookOn(desk)
    const { importDesk } = workbench.getState()
    if (importDesk?.desk !== desk) return tellOfAnnotations()
    if (!isFew || (!again && importDesk.rows.some((row) => isDoubtful(row) || isArticle(row)))) {
      workbench.setState({ dialog: { kind: 'import-desk' } })
      if (!isFew) lookOn(desk).catch(showFailure)
      return
    }
    await bring(
      importDesk.rows.map(({ file }) => file),
      importDesk.rows
        .filter(({ file, isIncluded }) => isIncluded || (again && canComeIn(file)))
        .map(({ file }) => withoutGuesses(file)),
      { task, areNotesSeen: false },
    )
  } finally {
    endTask(task)
  }
}

/**
 * Brings in what the person left on the desk, in its order. What could not be read or is there already is listed
 * after it; what the person left out is not.
 */
export async function importFromDesk(): Promise<void> {
  const { importDesk } = workbench.getState()
  if (!importDesk) return
  const included = importDesk.rows.filter(({ isIncluded }) => isIncluded)
  workbench.setState({ dialog: null })
  const task = beginImport()
  try {
    await bring(
      importDesk.rows.filter(isToldOf).map(({ file }) => file),
      included.map(toBring),
      { task, areNotesSeen: true },
    )
  } finally {
    endTask(task)
  }
}

/** Puts the files away; nothing of them has come in. Annotations that were chosen with them may have. */
export function closeDesk(): void {
  const { importDesk } = workbench.getState()
  workbench.setState({ importDesk: null, dialog: null })
  if (!importDesk) return
  request('importDesk.close', { desk: importDesk.desk }).catch(showFailure)
  tellBefore(importDesk).catch(showFailure)
}

/** `files` are those to tell of: what is not `wanted` of them failed, or is in the project already. */
async function bring(
  files: readonly DeskFile[],
  wanted: FileToBring[],
  { task, areNotesSeen }: { task: string; areNotesSeen: boolean },
): Promise<void> {
  const { importDesk } = workbench.getState()
  if (!importDesk) return
  const { desk, refused, sets } = importDesk
  try {
    const brought =
      wanted.length > 0
        ? await request('importDesk.bring', { desk, task, files: wanted })
        : { files: [], cancelled: false }
    const byPath = new Map(brought.files.map((file) => [file.path, file]))
    const told = files.flatMap((file) => byPath.get(file.path) ?? untaken(file, brought.cancelled))
    await showReport({ files: [...refused, ...told], cancelled: brought.cancelled, sets }, areNotesSeen)
  } finally {
    workbench.setState({ importDesk: null })
    await putAway({ desk })
  }
}

/** Of a file that was not brought in; nothing of one that was stopped. */
function untaken({ name, path, state, problem, same }: DeskFile, isCancelled: boolean): ImportedFile[] {
  const entry = { name, path, notes: [], problem }
  if (state === 'failed') return [{ ...entry, outcome: 'failed', documentIds: [] }]
  if (isCancelled) return []
  return [{ ...entry, outcome: 'already-there', documentIds: same?.documentId ? [same.documentId] : [] }]
}

function passedOverEntry(words: string): ImportedFile {
  return { name: '', path: words, outcome: 'imported', documentIds: [], notes: [words], problem: '' }
}

/** What nobody has looked at comes in only as far as the file says it itself. */
function withoutGuesses(file: DeskFile): FileToBring {
  const guesses = Object.fromEntries(file.guessed.map((field) => [field, '']))
  const { id, title, metadata } = toBring({ file, isIncluded: true, edits: guesses })
  return { id, title, metadata }
}

/** Opens the first of the new documents; shows a report when there is something to tell. */
async function showReport(report: LastImport, areNotesSeen = false): Promise<void> {
  workbench.setState({ lastImport: report })
  const imported = report.files.filter((file) => file.outcome === 'imported')
  const { sets = [] } = report
  const [first] = [...imported, ...sets.map((set) => set.report)].flatMap(({ documentIds }) => documentIds)
  const quiet =
    sets.length === 0 &&
    !report.cancelled &&
    imported.length === report.files.length &&
    (areNotesSeen || imported.every((file) => file.notes.length === 0))
  // One file may hold many documents: a table of texts, an exchange file.
  const documents = imported.flatMap(({ documentIds }) => documentIds)
  const told = documents.length > 0 ? countOf(documents.length, 'document') : countOf(imported.length, 'file')
  if (quiet) say(`${told} imported`)
  else workbench.setState({ dialog: { kind: 'import-report', report } })
  if (first !== undefined) await openDocument(first)
  tellOfCopies(documents).catch(showFailure)
}

/** Also of files whose remarks were seen in the table, and which were not told of therefore. */
export function showLastReport(): void {
  const { lastImport: report } = workbench.getState()
  if (report) workbench.setState({ dialog: { kind: 'import-report', report } })
  else say('Nothing has been imported since this project was opened')
}

/** Of files with annotations, where no texts came in after them. */
async function tellBefore({ refused, sets }: Pick<ImportDesk, 'refused' | 'sets'>): Promise<void> {
  if (refused.length + sets.length > 0) await showReport({ files: [...refused], cancelled: false, sets })
}

/** Goes on in the list of documents, which stands at the first new one; where there is none, where one was before. */
export function closeReport({ files, sets = [] }: LastImport): void {
  closeDialog()
  const isNew =
    files.some(({ outcome, documentIds }) => outcome === 'imported' && documentIds.length > 0) ||
    sets.some(({ report }) => report.documentIds.length > 0)
  if (!isNew) return
  // Only then has the dialog given the keyboard back to what opened it.
  painted().then(() => isAreaShown('documents', workbench.getState()) && focusArea('documents'))
}

function beginImport(): string {
  count += 1
  const task = `import-${count}`
  beginTask(task, 'Looking at the files', { stop: stopLooking })
  return task
}

/** While files are looked at nothing runs in main under the name of the task. */
function stopLooking(): void {
  const { importDesk, dialog } = workbench.getState()
  if (!importDesk || importDesk.left === 0 || dialog?.kind === 'import-desk') return
  workbench.setState({ importDesk: null })
  putAway(importDesk).catch(showFailure)
}

const putAway = ({ desk }: { desk: string }) => request('importDesk.close', { desk })
