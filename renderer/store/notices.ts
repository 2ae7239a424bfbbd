import { Failure } from '../../preload/contract/failure.ts'
import { type Notice, workbench } from './workbench.ts'

let count = 0

/** Tells a screen reader, and the status line, what has just happened. */
export function say(words: string): void {
  tell(words, true)
}

/** Says what has been chosen, unless it was chosen on a control of a dialog: those tell their value themselves. */
export function sayChoice(words: string): void {
  if (!document.activeElement?.closest('[role="dialog"]')) say(words)
}

/** Tells a screen reader alone what can be seen where it has happened. */
export function readOut(words: string): void {
  tell(words, false)
}

function tell(words: string, isShown: boolean): void {
  workbench.setState(({ said }) => ({ said: { words, count: said.count + 1, isShown } }))
}

/** Returns what it can be dismissed by. */
export function notify(tone: 'failure' | 'done', words: string, of: Pick<Notice, 'isOfChange'> = {}): number {
  count += 1
  const notice: Notice = { id: count, tone, words, ...of }
  workbench.setState((state) => ({
    notices: [...state.notices.filter((other) => other.words !== words), notice].slice(-4),
  }))
  return count
}

export function dismissNotice(id: number): void {
  workbench.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }))
}

/** A change was taken back: what was told of changes may not be true any more. */
export function dismissNoticesOfChanges(): void {
  workbench.setState((state) => ({ notices: state.notices.filter(({ isOfChange }) => !isOfChange) }))
}

/**
 * The same for what is asked of a document that is shown: one that undo has taken away is still in its pane for a
 * moment, and that it cannot be read any more is no failure.
 */
export function showUnlessGone(cause: unknown): void {
  if (!(cause instanceof Failure && cause.code === 'not-found')) showFailure(cause)
}

/** Shows why something could not be done. What is not a `Failure` is a fault of the program and says so. */
export function showFailure(cause: unknown): void {
  if (cause instanceof Failure) {
    if (cause.code !== 'cancelled') notify('failure', cause.message)
    return
  }
  console.error(cause)
  notify('failure', 'Something went wrong in the program itself. Your work up to here is saved.')
}
