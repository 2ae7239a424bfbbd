import { createProject } from '../db/create-project.ts'
import { openProject } from '../db/open.ts'
import type { Event } from '../preload/contract/events.ts'
import { exchange } from './export/exchange.ts'
import { importExchangeFile } from './export/rejoinder-jsonl/import-file.ts'
import { documentImporter } from './import/document-importer.ts'
import { DocumentParser } from './import/document-parser.ts'
import type { Opening } from './project-messages.ts'
import { createSession, type Session } from './session.ts'

/** Opens or makes a project with all that can be done in it. Throws a `Failure` when the file is refused. */
export function openSession({ path, make, who, backupsFolder }: Opening, emit: (event: Event) => void): Session {
  const settings = { user: who.name, backupsFolder }
  const project = make === null ? openProject(path, settings) : createProject(path, { name: make, ...settings })
  const parser = new DocumentParser()
  const importDocuments = documentImporter(parser, importExchangeFile)
  const session = createSession({ project, who, importDocuments, exchange, emit })
  return {
    ...session,
    async close() {
      await session.close()
      await parser.close()
    },
  }
}
