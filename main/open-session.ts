import { createProject } from '../db/create-project.ts'
import { openProject } from '../db/open.ts'
import type { Event } from '../preload/contract/events.ts'
import { exchange } from './exchange/exchange.ts'
import { importExchangeFile } from './exchange/formats/rejoinder-jsonl/import-file.ts'
import { deskOpener } from './import/desk/desk-opener.ts'
import { documentImporter } from './import/document-importer.ts'
import { DocumentParser } from './import/document-parser.ts'
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
): Session {
  const settings = {
    user: who.name,
    ...(backupsFolder !== undefined && { backupsFolder }),
    ...(foundSoundPath !== undefined && { foundSoundPath }),
  }
  const project =
    make === null ? openProject(path, settings) : createProject(path, { name: make, ...settings })
  const parser = new DocumentParser()
  const importDocuments = documentImporter(parser, importExchangeFile)
  const openDesk = deskOpener(parser, importExchangeFile)
  const session = createSession({ project, who, importDocuments, openDesk, exchange, emit })
  return {
    ...session,
    async close() {
      await session.close()
      await parser.close()
    },
  }
}
