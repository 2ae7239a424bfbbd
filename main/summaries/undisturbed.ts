import type { History } from '../../db/undo/history.ts'
import { inSlices, type Slices } from '../slices.ts'

/** Does work in slices, and again where a commit fell between two of them: what comes out is of one state. */
export function undisturbed(
  history: Pick<History, 'onCommitted'>,
): <Result>(work: (slices: Slices) => Promise<Result>) => Promise<Result> {
  let changes = 0
  history.onCommitted(() => {
    changes += 1
  })
  return async (work) => {
    for (;;) {
      const at = changes
      const result = await work(inSlices())
      if (at === changes) return result
    }
  }
}
