import { createProject } from '../db/create-project.ts'
import { openProject } from '../db/open.ts'
import type { Event } from '../preload/contract/events.ts'
import { DocumentParser } from './import/document-parser.ts'
import type { SetPages } from './pages-elsewhere.ts'
import type { DeskOpener, DocumentImporter, Exchange } from './project-context.ts'
import { createSession, type Session, type SessionOptions } from './session.ts'

export interface SessionOpening {
  path: string
  /** The name of a project to be made there; null opens the one that is there. */
  make: string | null
  who: SessionOptions['who']
  /** Where copies are kept; without it a project of an older version is not brought up to date. */
  backupsFolder?: string
  /** The file that tells which projects need not be looked through again. */
  foundSoundPath?: string
}

/** Opens or makes a project with all that can be done in it. Throws a `Failure` when the file is refused. */
export function openSession(
  { path, make, who, backupsFolder, foundSoundPath }: SessionOpening,
  emit: (event: Event) => void = () => {},
  setPages?: SetPages,
): Session {
  const settings = {
    user: who.name,
    ...(backupsFolder !== undefined && { backupsFolder }),
    ...(foundSoundPath !== undefined && { foundSoundPath }),
  }
  const project =
    make === null ? openProject(path, settings) : createProject(path, { name: make, ...settings })
  const parser = new DocumentParser()
  const session = createSession({
    project,
    who,
    ...comingAndGoing(parser),
    emit,
    ...(setPages && { setPages }),
  })
  return {
    ...session,
    async close() {
      await session.close()
      await parser.close()
    },
  }
}

/**
 * What brings files in and writes them out. It knows every format and is several times the rest of the program, so it
 * is loaded when it is first asked for: most sessions begin with reading.
 */
function comingAndGoing(parser: DocumentParser): {
  importDocuments: DocumentImporter
  openDesk: DeskOpener
  exchange: Exchange
} {
  const exchangeFile = () => import('./exchange/formats/rejoinder-jsonl/import-file.ts')
  const exchange = async () => (await import('./exchange/export-thread/export-in-thread.ts')).exchangeInThread
  return {
    async importDocuments(...asked) {
      const { documentImporter } = await import('./import/document-importer.ts')
      return documentImporter(parser, (await exchangeFile()).importExchangeFile)(...asked)
    },
    async openDesk(...asked) {
      const { deskOpener } = await import('./import/desk/desk-opener.ts')
      return deskOpener(parser, (await exchangeFile()).importExchangeFile)(...asked)
    },
    exchange: {
      formats: async () => (await exchange()).formats(),
      preview: async (...asked) => (await exchange()).preview(...asked),
      write: async (...asked) => (await exchange()).write(...asked),
    },
  }
}
