// The thread that looks for passages which stand in several texts. It works in slices and hears in between what it is
// told.
import { setTimeout } from 'node:timers/promises'
import { workerData } from 'node:worker_threads'
import { Failure } from '../../preload/contract/failure.ts'
import { answerQuestions } from '../texts-thread/answer-questions.ts'
import { CopyIndex } from './copy-index.ts'
import type { Questions } from './messages.ts'

/** Milliseconds of work between two looks at what else is said. */
const sliceMs = 15

const { restMs } = workerData as { restMs: number }
const index = new CopyIndex()

answerQuestions<Questions>({
  change(put, remove) {
    for (const id of remove) index.remove(id)
    for (const { documentId, text } of put) index.put(documentId, text)
  },
  failed: (reason) => `Looking for copies failed (${reason}).`,
  async answer(_, { isGivenUp, progress }) {
    let sliced = performance.now()
    while (index.waiting > 0) {
      index.advance()
      if (performance.now() - sliced < sliceMs) continue
      progress(index.size - index.waiting, index.size)
      await setTimeout(restMs)
      if (isGivenUp()) throw new Failure('cancelled', 'Looking for copies was given up.')
      sliced = performance.now()
    }
    return index.passages()
  },
})
