import type { ProjectHandlers } from '../../preload/contract/index.ts'
import { liveArgument } from '../argument/live-argument.ts'
import { documentDates } from '../document-dates.ts'
import { knownDocuments } from '../filters/known-documents.ts'
import type { ProjectContext } from '../project-context.ts'
import { liveVoices } from '../speakers/live-voices.ts'
import { type Lives, livesOf } from '../timeline/lives.ts'

/** When claims are stated and answered; worked out once and kept until something changes. */
export function timelineHandlers({ project }: ProjectContext): ProjectHandlers['timeline'] {
  const { history, repositories } = project
  const argument = liveArgument(project)
  const documents = knownDocuments(project)
  const voices = liveVoices(project)
  let lives: Lives | null = null
  history.onCommitted(() => {
    lives = null
  })

  async function current(): Promise<Lives> {
    const now = await argument.now()
    if (lives) return lives
    const dates = documentDates(documents())
    lives = livesOf(now, repositories.linkTypes.entries(), voices('document'), dates)
    return lives
  }

  return {
    lives: async () => (await current()).summaries(),
    marks: async ({ claims }) => (await current()).marks(claims),
  }
}
