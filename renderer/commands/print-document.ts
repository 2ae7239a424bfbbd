import type { DocumentId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import { request } from '../client.ts'
import { readingChoice } from '../store/reading/reading-choice.ts'
import { showDialog } from '../store/screen.ts'
import { type Workbench, workbench } from '../store/workbench.ts'
import { beginTask, endTask } from './tasks.ts'

type Options = Workbench['print']

let count = 0

/** Asks how the document in the active pane is to be put on paper, or into a PDF file. */
export function printDocument(makes: 'paper' | 'pdf'): void {
  const { panes, activeSide } = workbench.getState()
  const documentId = panes[activeSide]?.documentId
  if (documentId !== undefined) showDialog({ kind: 'print', documentId, makes })
}

export function newPrintTask(): string {
  count += 1
  return `print-${count}`
}

/** Kept for the next time. */
export function choosePrintOptions(change: Partial<Options>): void {
  workbench.setState(({ print }) => ({ print: { ...print, ...change } }))
}

/** What goes on paper: one document, several, or with null all of them. */
export type Printed = DocumentId | DocumentId[] | null

/** Asks where the PDF goes; null when the person thought better of it. */
export async function choosePdfTarget(printed: Printed): Promise<{ path: string; exists: boolean } | null> {
  const { documents, project } = workbench.getState()
  const one = Array.isArray(printed) && printed.length === 1 ? printed[0] : printed
  const found =
    one === null || Array.isArray(one) ? project?.name : documents.find(({ id }) => id === one)?.title
  const title = found || 'document'
  return request('app.chooseTarget', {
    title: 'Save as PDF',
    suggestedName: `${title
      .replace(/[/\\:*?"<>|]/g, ' ')
      .slice(0, 120)
      .trim()}.pdf`,
    ending: 'pdf',
  })
}

export async function writePdf(printed: Printed, to: string, replace: boolean, task: string): Promise<void> {
  await following(printed, task, (asked) => request('app.writePdf', { ...asked, task, to, replace }))
}

/** Answers false when nothing was printed because the person thought better of it. */
export async function printOnPaper(printed: Printed, task: string): Promise<boolean> {
  return following(printed, task, (asked) => request('app.print', { ...asked, task }))
}

async function following<T>(
  printed: Printed,
  task: string,
  work: (asked: Pick<InputOf<'app.print'>, 'what' | 'paper'>) => Promise<T>,
): Promise<T> {
  const { paper, ...options } = readingChoice(workbench.getState())
  beginTask(task, 'Reading the text')
  try {
    const what =
      printed === null || Array.isArray(printed)
        ? ({ kind: 'documents', documentIds: printed, options } as const)
        : ({ kind: 'document', documentId: printed, options } as const)
    return await work({ what, paper })
  } finally {
    endTask(task)
  }
}
