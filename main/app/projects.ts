import { resolve } from 'node:path'
import type { Event } from '../../preload/contract/events.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { ProjectInfo } from '../../preload/contract/project.ts'
import type { Opening, Who } from '../project-messages.ts'
import type { CurrentProject } from './current-project.ts'
import { nameOfNewProject } from './dialogs.ts'
import type { Log } from './log.ts'
import type { Recent } from './recent.ts'

interface Surroundings {
  current: CurrentProject
  recent: Recent
  who: () => Who
  /** Where copies are kept, and which projects were found sound. */
  kept: Pick<Opening, 'backupsFolder' | 'foundSoundPath'>
  /** The path of the person's copy of the sample project, made where there is none. */
  sample: () => Promise<string>
  tell: (event: Event) => void
  log: Log
}

/** Opening and closing projects, and what is remembered of that. */
export function projectDesk({ current, recent, who, kept, sample, tell, log }: Surroundings) {
  async function open(path: string, make: string | null = null): Promise<ProjectInfo> {
    const opening: Opening = { path: resolve(path), make, who: who(), ...kept }
    const info = await current.open(opening)
    recent.opened(opening.path, info.name)
    return info
  }

  return {
    open: (path: string) => open(path),

    make: (path: string) => open(path, nameOfNewProject(path)),

    openSample: async () => open(await sample()),

    /** For a project asked for from outside the window, which hears of it when that fails. */
    async openFromOutside(path: string): Promise<void> {
      try {
        await open(path)
      } catch (error) {
        if (!(error instanceof Failure)) log('A project could not be opened', error)
        tell({
          type: 'refused',
          message: error instanceof Failure ? error.message : `${path} could not be opened.`,
        })
      }
    },

    async close(): Promise<void> {
      recent.closed()
      await current.close()
    },

    /** The project has another name now. */
    async renamed(): Promise<void> {
      const info = await current.refreshInfo()
      if (info) recent.opened(info.path, info.name)
    },
  }
}

export type ProjectDesk = ReturnType<typeof projectDesk>
