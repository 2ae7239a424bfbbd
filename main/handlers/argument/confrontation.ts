import { Failure } from '../../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { answerColumns, confrontationColumns, furtherAnswers } from '../../confrontation/columns.ts'
import { confrontedDetails } from '../../confrontation/details.ts'
import { liveConfrontations } from '../../confrontation/live.ts'
import { threadsInto } from '../../confrontation/threads.ts'
import type { ProjectContext } from '../../project-context.ts'
import { sharedWork } from '../../shared-work.ts'
import { inSlices } from '../../slices.ts'
import type { Tasks } from '../../tasks.ts'

export function confrontationHandlers(
  { project }: ProjectContext,
  tasks: Tasks,
): ProjectHandlers['confrontation'] {
  const { repositories } = project
  const live = liveConfrontations(project)

  return {
    async columns(choice) {
      const all = await live()
      const { order, show, only } = choice
      const asked = `${order} ${show} ${only}`
      return sharedWork(all.columns, asked, () => confrontationColumns(all, all.left, choice, inSlices()))
    },

    async further({ answer, order }) {
      const all = await live()
      return answerColumns(all, furtherAnswers(all, answer, order), inSlices())
    },

    threads: ({ from, into }) => threadsInto(repositories, from, into),

    details: async (asked) => confrontedDetails(repositories, await live(), asked),

    async copy({ copy, fonts }) {
      const { confrontationCopy } = await import('../../exchange/confrontation/write.ts')
      return confrontationCopy({ repositories, all: await live() }, copy, fonts)
    },

    write: ({ task, ...asked }) =>
      tasks.run(task, async (running) => {
        const { writeConfrontation } = await import('../../exchange/confrontation/write.ts')
        return writeConfrontation({ repositories, all: await live() }, asked, running)
      }),

    async find({ annotation }) {
      if (!repositories.annotations.findBrief(annotation))
        throw new Failure('not-found', 'This annotation is not there any more.')
      const { graph, left } = await live()
      const thing = graph.ofAnnotation(annotation)
      return left.includes(thing) ? thing : null
    },
  }
}
