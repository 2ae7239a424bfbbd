import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { keptWith } from '../../argument/kept-with.ts'
import { liveArgument } from '../../argument/live-argument.ts'
import type { ProjectContext } from '../../project-context.ts'
import { type Lives, livesOf } from '../../timeline/lives.ts'
import { liveSurroundings } from '../../work-lists/surroundings.ts'

/** When claims are stated and answered; worked out once and kept until something changes. */
export function timelineHandlers({ project }: ProjectContext): ProjectHandlers['timeline'] {
  const argument = liveArgument(project)
  const around = liveSurroundings(project)
  const lives = keptWith(livesOf)
  const current = async (): Promise<Lives> => lives(await argument.now(), around())

  return {
    lives: async () => (await current()).summaries(),
    marks: async ({ claims }) => (await current()).marks(claims),
  }
}
