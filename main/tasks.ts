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
      let toldAt = 0
      const done = work({
        signal: controller.signal,
        progress(done, of, doing) {
          const now = performance.now()
          if (done < of && now - toldAt < tellEveryMs) return
          toldAt = now
          tell({ task: name, done, of, doing })
        },
      })
      running.set(name, { controller, done })
      try {
        return await done
      } finally {
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
