import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { createProjectInMemory } from '../../../db/create-project.ts'
import { documentImporter } from '../../import/document-importer.ts'
import { DocumentParser } from '../../import/document-parser.ts'
import { type TestSession, testSession } from '../../testing/session.ts'
import { exchangeInThread } from '../export-thread/export-in-thread.ts'
import { importExchangeFile } from '../formats/rejoinder-jsonl/import-file.ts'

/** Projects into which annotations come, and a folder of files beside them; both are gone after each test. */
export function arriving() {
  let folder = ''
  const sessions: TestSession[] = []
  const parser = new DocumentParser()
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rejoinder-arriving-'))
  })
  afterEach(async () => {
    for (const { session } of sessions.splice(0)) await session.close()
    await parser.close()
    rmSync(folder, { recursive: true })
  })
  const at = (name: string): string => join(folder, name)

  return {
    /** The path of a name in the folder. */
    at,

    /** A new project. */
    open(): TestSession {
      const opened = testSession({
        project: createProjectInMemory(),
        exchange: exchangeInThread,
        importDocuments: documentImporter(parser, importExchangeFile),
      })
      sessions.push(opened)
      return opened
    },

    bringTexts: (one: TestSession, ...paths: string[]) =>
      one.ask('document.import', { task: 'texts', paths }),

    async bringAnnotations(one: TestSession, path: string) {
      const found = await one.ask('annotationImport.read', { task: 'read', path })
      return { found, report: await one.ask('annotationImport.bring', { reading: found.reading }) }
    },

    /** A folder of annotations as another program writes it, by what its files hold. */
    annotationFolder(files: Record<string, string>): string {
      const path = at('corpus')
      mkdirSync(path, { recursive: true })
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true })
        writeFileSync(join(path, name), content)
      }
      return path
    },
  }
}
