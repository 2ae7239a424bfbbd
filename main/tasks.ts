import type { Progress } from '../preload/contract/events.ts'
import { Failure } from '../preload/contract/failure.ts'
import type { Task } from './project-context.ts'

/** More often than this nobody could follow, and a window would only redraw. */
const tellEveryMs = 50

export type Tasks = ReturnType<typeof createTasks>

/** What is under way, by the name the asker gave it. */
export function createTasks(tell: (progress: Progress) => void) {
  const running = new Map<string, { controller: AbortController; done: Promise<unknown> }>()

  return {
    /** Fails with `exists` while another task of that name runs. */
    async run<T>(name: string, work: (task: Task) => Promise<T>): Promise<T> {
      if (running.has(name)) throw new Failure('exists', 'This is being done already.')
      const controller = new AbortController()
      const teller = seldom(tell)
      const progress: Task['progress'] = (done, of, doing) => teller.tell({ task: name, done, of, doing })
      const done = work({ signal: controller.signal, progress })
      running.set(name, { controller, done })
      try {
        return await done
      } finally {
        teller.end()
        running.delete(name)
      }
    },

    cancel(name: string): void {
      running.get(name)?.controller.abort()
    },

    /** Stops all of them and waits until they have. */
    async end(): Promise<void> {
      for (const { controller } of running.values()) controller.abort()
      await Promise.allSettled([...running.values()].map(({ done }) => done))
    },
  }
}

/** Tells at once what comes after a while, and of what comes soon after that the last. What is done is told at once too. */
function seldom(tell: (progress: Progress) => void) {
  let toldAt = Number.NEGATIVE_INFINITY
  let last: Progress | null = null
  let timer: NodeJS.Timeout | undefined

  function tellLast(): void {
    clearTimeout(timer)
    timer = undefined
    if (last === null) return
    toldAt = performance.now()
    tell(last)
    last = null
  }

  return {
    tell(progress: Progress): void {
      last = progress
      const soonMs = toldAt + tellEveryMs - performance.now()
      if (soonMs <= 0 || progress.done >= progress.of) tellLast()
      else timer ??= setTimeout(tellLast, soonMs)
    },
    /** What was not told by now is told no more. */
    end: () => clearTimeout(timer),
  }
}
