import type { StepId } from '../../preload/contract/ids.ts'
import type { Log } from './log.ts'

/** Steps with one key, each soon enough after the other and nothing in between, become one. */
export interface Join {
  key: string
  /** From the end of the latest of them to the beginning of the next, so that a slow disk parts nothing. */
  withinMs: number
  /** Whether more of the same is to come: until then the step is not undone, or half of it would be left. */
  isGoingOn?: (() => boolean) | undefined
}

/** A step that others may join. */
export interface Joinable extends Join {
  step: StepId
  endedMs: number
}

/** Which step the next one may join, and of which ones more is to come. */
export function createJoining(log: Pick<Log, 'lastDone' | 'firstUndone'>, given: Joinable | undefined) {
  let latest = given
  /** Kept whatever is done in between. */
  const goingOn = new Map<StepId, Joinable>()

  const isGoingOn = (step: StepId) => goingOn.get(step)?.isGoingOn?.() ?? false

  return {
    /** What the next step may join. */
    latest: () => latest,

    /** To be told of each step that is in the file. */
    done(joinable: Joinable | undefined): void {
      latest = joinable
      for (const step of goingOn.keys()) if (!isGoingOn(step)) goingOn.delete(step)
      if (joinable?.isGoingOn) goingOn.set(joinable.step, joinable)
    },

    /** To be told of each undo and redo: then nothing is joined but what is going on and done last again. */
    travelled(): void {
      const last = log.lastDone()?.id
      latest = last !== undefined && isGoingOn(last) ? goingOn.get(last) : undefined
    },

    isGoingOn,

    stepFor({ key, withinMs }: Join, atMs: number): StepId | undefined {
      if (latest?.key !== key || Math.abs(atMs - latest.endedMs) > withinMs) return undefined
      const isLast = log.lastDone()?.id === latest.step
      // What was undone in between is no reason to part what is going on.
      return isLast && (log.firstUndone() === undefined || latest.isGoingOn?.()) ? latest.step : undefined
    },
  }
}
