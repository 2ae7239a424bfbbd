import type { OpenProject } from '../../db/open-project.ts'
import type { ConfrontationColumns } from '../../preload/contract/confrontation.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { inSlices } from '../slices.ts'
import { liveSurroundings } from '../work-lists/surroundings.ts'
import { standingLeft } from './columns.ts'
import { type Confrontations, readConfrontations } from './read-graph.ts'

export interface LiveConfrontations extends Confrontations {
  /** What stands left, in no order. */
  left: number[]
  /** What was put together from it, by what was asked for. */
  columns: Map<string, Promise<ConfrontationColumns>>
}

/** What answers what in a project: put together when it is first asked for, and again after a commit. */
export function liveConfrontations(project: OpenProject): () => Promise<LiveConfrontations> {
  const { history } = project
  const live = liveArgument(project)
  const around = liveSurroundings(project)
  let commits = 0
  let known: { at: number; all: Promise<LiveConfrontations> } | undefined
  history.onCommitted(() => {
    commits += 1
  })

  async function read(): Promise<LiveConfrontations> {
    for (;;) {
      const at = commits
      const slices = inSlices()
      const argument = await live.now()
      const { roles, ...about } = around()
      const areClaims = new Set([...roles].flatMap(([id, role]) => (role === 'claim' ? [id] : [])))
      const all = await readConfrontations({ argument, ...about, areClaims }, slices)
      const left = await standingLeft(all, slices)
      // A commit between two slices leaves halves of two states.
      if (at === commits) return { ...all, left, columns: new Map() }
    }
  }

  return () => {
    if (known?.at !== commits) {
      const all = read()
      known = { at: commits, all }
      all.catch(() => {
        if (known?.all === all) known = undefined
      })
    }
    return known.all
  }
}
