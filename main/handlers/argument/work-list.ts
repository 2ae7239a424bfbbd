import { setImmediate } from 'node:timers/promises'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { type WorkListAsked, workLists } from '../../../preload/contract/work-list.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import type { ProjectContext } from '../../project-context.ts'
import { fittingOf } from '../../work-lists/fitting.ts'
import { inOrder } from '../../work-lists/in-order.ts'
import { listers } from '../../work-lists/lists.ts'
import { rowsOf } from '../../work-lists/rows.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'

export function workListHandlers({ project }: ProjectContext): ProjectHandlers['workList'] {
  const live = liveArgument(project)
  const around = liveSurroundings(project)

  async function listingOf({ filter, after }: Pick<WorkListAsked, 'filter' | 'after'>) {
    const argument = await live.now()
    const about = around()
    return { argument, about, fitting: fittingOf(filter, argument, about), after }
  }

  return {
    async entries(asked) {
      const listing = await listingOf(asked)
      const ids = listers[asked.list](listing)
      return Int32Array.from(inOrder(ids, asked.list, asked.order, listing.argument, listing.about))
    },

    async rows({ list, ids }) {
      const argument = await live.now()
      return rowsOf(list, ids, { argument, about: around(), repositories: project.repositories })
    },

    async counts(asked) {
      const counts: number[] = []
      for (const list of workLists) {
        // Each by itself, so that others are answered in between.
        counts.push(listers[list](await listingOf(asked)).length)
        await setImmediate()
      }
      return counts
    },
  }
}
