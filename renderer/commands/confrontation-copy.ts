import type { ConfrontationCopy, ConfrontationFormat } from '../../preload/contract/confrontation.ts'
import { request } from '../client.ts'
import { changeConfrontation } from '../store/argument/confrontation.ts'
import type { ConfrontationView } from '../store/argument/confrontation-view.ts'
import { workbench } from '../store/workbench.ts'
import { beginTask, endTask } from './tasks.ts'

type Choice = ConfrontationView['copy']

let count = 0

export function newCopyTask(): string {
  count += 1
  return `confrontation-${count}`
}

/** Kept for the next time. */
export function chooseCopy(change: Partial<Choice>): void {
  changeConfrontation({ copy: { ...workbench.getState().confrontation.copy, ...change } })
}

/** What goes into it is what the view shows. */
function copyNow(): ConfrontationCopy {
  const { order, show, only, copy } = workbench.getState().confrontation
  return { order, show, only, depth: copy.depth }
}

/** Asks where the file goes; null when the person thought better of it. */
export async function chooseCopyTarget(): Promise<{ path: string; exists: boolean } | null> {
  const { format } = workbench.getState().confrontation.copy
  const name = workbench.getState().project?.name ?? 'Project'
  return request('app.chooseTarget', {
    title: format === 'pdf' ? 'Save as PDF' : 'Export claims and answers',
    suggestedName: `${name} claims and answers.${format}`.replace(/[/\\:*?"<>|]/g, ' '),
    ending: format,
  })
}

/** Writes the file of the chosen format. Tells where it is. */
export async function writeCopy(to: string, replace: boolean, task: string): Promise<string> {
  const { format } = workbench.getState().confrontation.copy
  const copy = copyNow()
  return following(task, async () => {
    if (format === 'pdf' || format === 'paper') {
      const { paper } = workbench.getState().print
      await request('app.writePdf', { task, what: { kind: 'confrontation', copy }, paper, to, replace })
      return to
    }
    const asked: ConfrontationFormat = format
    const { path } = await request('confrontation.write', { task, copy, format: asked, to, replace })
    return path
  })
}

/** Answers false when nothing was printed because the person thought better of it. */
export async function printCopy(task: string): Promise<boolean> {
  const { paper } = workbench.getState().print
  const copy = copyNow()
  return following(task, () => request('app.print', { task, what: { kind: 'confrontation', copy }, paper }))
}

async function following<T>(task: string, work: () => Promise<T>): Promise<T> {
  beginTask(task, 'Reading the claims')
  try {
    return await work()
  } finally {
    endTask(task)
  }
}
