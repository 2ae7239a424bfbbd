import { countOf } from '../store/counting.ts'
import { readOut, say } from '../store/notices.ts'
import { closeDialog, showDialog } from '../store/screen.ts'
import { workbench } from '../store/workbench.ts'
import { beginTask, endTask } from './tasks.ts'

let count = 0

/** Most files are known sooner, and a dialog that comes and goes would be in the way. */
const dialogAfterMs = 400

/** Tells whether chosen files are being looked at: the next ones have to wait. */
export const isLooking = (): boolean =>
  Object.keys(workbench.getState().tasks).some((task) => task.startsWith('looking-'))

/**
 * Shows that chosen files are looked at and that this can be stopped, with a dialog where it takes long; undefined as
 * soon as it was stopped, whatever becomes of the work. `of`: how many there are, 0 where their number says nothing.
 */
export async function whileLooking<T>(
  of: number,
  work: (task: string) => Promise<T>,
): Promise<T | undefined> {
  count += 1
  const task = `looking-${count}`
  if (of > 0) readOut(`Looking at ${countOf(of, 'file')}`)
  const { promise: stopped, resolve: stop } = Promise.withResolvers<undefined>()
  beginTask(task, 'Looking at the files', { of, stop: () => stop(undefined) })
  const timer = setTimeout(() => {
    if (!workbench.getState().dialog) showDialog({ kind: 'looking', task })
  }, dialogAfterMs)
  let isStopped = false
  stopped.then(() => {
    isStopped = true
    say('Import stopped')
  })
  try {
    return await Promise.race([work(task), stopped])
  } catch (error) {
    if (isStopped) return undefined
    throw error
  } finally {
    clearTimeout(timer)
    const { dialog } = workbench.getState()
    if (dialog?.kind === 'looking' && dialog.task === task) closeDialog()
    endTask(task)
  }
}
