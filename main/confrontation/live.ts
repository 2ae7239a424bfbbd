import type { OpenProject } from '../../db/open-project.ts'
import type { ConfrontationColumns } from '../../preload/contract/confrontation.ts'
import type { Argument } from '../argument/argument.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { inSlices } from '../slices.ts'
import { liveSurroundings, type Surroundings } from '../work-lists/surroundings.ts'
import { standingLeft } from './columns.ts'
import { type Confrontations, readConfrontations } from './read-graph.ts'

export interface LiveConfrontations extends Confrontations {
  /** What stands left, in no order. */
  left: number[]
  /** What was put together from it, by what was asked for. */
  columns: Map<string, Promise<ConfrontationColumns>>
}

/** What answers what in a project: put together when it is first asked for, and again when something of it has changed. */
export function liveConfrontations(project: OpenProject): () => Promise<LiveConfrontations> {
  const live = liveArgument(project)
  const around = liveSurroundings(project)
  let known: { about: Surroundings; argument: Argument; version: number; all: LiveConfrontations } | undefined
  let reading: Promise<LiveConfrontations> | undefined

  async function isCurrent(): Promise<boolean> {
    const argument = await live.now()
    return known?.argument === argument && known.version === argument.version && known.about === around()
  }

  async function read(): Promise<LiveConfrontations> {
    for (;;) {
      const argument = await live.now()
      const { version } = argument
      const about = around()
      const slices = inSlices()
      const areClaims = new Set([...about.roles].flatMap(([id, role]) => (role === 'claim' ? [id] : [])))
      const parts = await readConfrontations({ argument, ...about, areClaims }, slices)
      await slices.rest()
      const left = standingLeft(parts)
      await slices.rest()
      const all = { ...parts, left, columns: new Map() }
      known = { about, argument, version, all }
      // A commit between two slices leaves halves of two states.
      if (await isCurrent()) return all
    }
  }

  return async () => {
    if (!reading && known && (await isCurrent())) return known.all
    reading ??= read().finally(() => {
      reading = undefined
    })
    return reading
  }
}
