/** One number that a thread and whoever waits for it share: how far its work is. */
export type ThreadTurn = Int32Array<SharedArrayBuffer>

const waiting = 0
const begun = 1
const ended = 2
const unwanted = 3

export const newTurn = (): ThreadTurn => new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))

/** For the thread, before its work. False where nobody waits any more: then it may not begin. */
export function beginTurn(turn: ThreadTurn): boolean {
  return Atomics.compareExchange(turn, 0, waiting, begun) === waiting
}

/** For the thread, when its work has ended or failed. */
export function endTurn(turn: ThreadTurn): void {
  Atomics.store(turn, 0, ended)
  Atomics.notify(turn, 0)
}

/**
 * For whoever waits: until the work has ended, however long that takes. False where it had not begun after so many
 * milliseconds; then it never will.
 */
export function awaitTurn(turn: ThreadTurn, mostMsToBegin: number): boolean {
  // Only the end wakes this one.
  Atomics.wait(turn, 0, waiting, mostMsToBegin)
  if (Atomics.compareExchange(turn, 0, waiting, unwanted) === waiting) return false
  Atomics.wait(turn, 0, begun)
  return true
}
