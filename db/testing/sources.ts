import type { Sources } from '../open-project.ts'

/** Ids and times that are the same at every run. */
export interface CountingSources extends Sources {
  /** By how much the clock goes on whenever it is asked. */
  tickMs: number
}

export function countingSources(): CountingSources {
  let ids = 0
  let time = Date.parse('2026-01-05T10:00:00.000Z')
  const sources: CountingSources = {
    tickMs: 60_000,
    newUid: () => `u${++ids}`,
    now() {
      time += sources.tickMs
      return new Date(time).toISOString()
    },
  }
  return sources
}
