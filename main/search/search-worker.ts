// The thread that searches: it holds the words of all texts, so that neither the window nor the project’s process
// waits for a search. It works in slices and hears in between what has been given up.
import { setImmediate } from 'node:timers/promises'
import { threadId } from 'node:worker_threads'
import { Failure } from '../../preload/contract/failure.ts'
import { answerQuestions } from '../texts-thread/answer-questions.ts'
import { Corpus } from './corpus.ts'
import type { Questions } from './messages.ts'
import { Searcher } from './searcher.ts'

const searcher = new Searcher(new Corpus(), threadId * 1_000_000_000)

answerQuestions<Questions>({
  change: (put, remove) => searcher.change(put, remove),
  failed: (reason) => `The search failed (${reason}).`,
  answer(asked, { isGivenUp, progress }) {
    const surroundings = {
      async breathe() {
        await setImmediate()
        if (isGivenUp()) throw new Failure('cancelled', 'The search was given up.')
      },
      progress,
    }
    switch (asked.ask) {
      case 'run':
        return searcher.run(asked.what, surroundings)
      case 'count':
        return searcher.count(asked.what, surroundings)
      case 'lines':
        return searcher.lines(asked.what, surroundings)
      case 'linesAt':
        return searcher.linesAt(asked.what, surroundings)
      case 'hits':
        return searcher.hits(asked.what, surroundings)
      case 'words':
        return searcher.words(asked.what)
      case 'collocates':
        return searcher.collocates(asked.what, surroundings)
    }
  },
})
