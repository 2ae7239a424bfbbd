import { request } from '../client.ts'
import { showFailure } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'

/** What else is to be done when a task is cancelled, by its name. */
const stops = new Map<string, () => void>()

/** Shows that something is under way; main tells how far it is by the same name. `stop` is called when it is cancelled. */
export function beginTask(
  task: string,
  doing: string,
  { of = 0, stop }: { of?: number; stop?: () => void } = {},
) {
  if (stop) stops.set(task, stop)
  workbench.setState(({ tasks }) => ({ tasks: { ...tasks, [task]: { task, done: 0, of, doing } } }))
}

/** Stops a long work; what is done stays. */
export function cancelTask(task: string): void {
  stops.get(task)?.()
  request('app.cancel', { task }).catch(showFailure)
}

export function endTask(task: string): void {
  stops.delete(task)
  workbench.setState(({ tasks: { [task]: _ended, ...tasks } }) => ({ tasks }))
}
