import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { keptWith } from '../../argument/kept-with.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import { knownDocuments } from '../../filters/known-documents.ts'
import { awaitingPassages } from '../../overview/awaiting.ts'
import { countArgument } from '../../overview/count-argument.ts'
import { inTimeOrder, listLinks, listPassages } from '../../overview/list-counted.ts'
import type { ProjectContext } from '../../project-context.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'

export function overviewHandlers({ project }: ProjectContext): ProjectHandlers['overview'] {
  const { repositories } = project
  const documents = knownDocuments(project)
  const live = liveArgument(project)
  const around = liveSurroundings(project)
  const counted = keptWith(countArgument)

  return {
    async counts() {
      return counted(await live.now(), around())
    },
    async awaiting() {
      return (await awaitingPassages(repositories, undefined)).size
    },

    async list(asked) {
      if (asked.of === 'links') return Int32Array.from(listLinks(await live.now(), asked))
      const awaiting =
        asked.state === 'awaiting' ? await awaitingPassages(repositories, asked.tagId) : undefined
      const argument = await live.now()
      const fitting = listPassages(argument, around(), asked)
      const wanted = awaiting ? fitting.filter((id) => awaiting.has(id)) : fitting
      return Int32Array.from(inTimeOrder(wanted, argument, documents()))
    },
  }
}
