import { mkdirSync, rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OriginalFile } from '../../preload/contract/document.ts'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'

interface Surroundings {
  /** The open project. */
  request: (channel: string, input: unknown) => Promise<Reply<unknown>>
  /** Where the copies lie while the program runs. */
  folder: string
  /** Opens a file in the program that the system has for it; says why not, or ''. */
  openPath: (path: string) => Promise<string>
}

/** Endings of documents that can bring programs with them. */
const withPrograms = new Set(['docm', 'dotm', 'xlsm', 'xltm', 'pptm'])

/** Opens copies of imported files in other programs. They are gone when this one ends. */
export function originalDesk({ request, folder, openPath }: Surroundings) {
  async function ask<T>(channel: string, documentId: DocumentId): Promise<T> {
    const reply = await request(channel, { id: documentId })
    if (reply.ok) return reply.value as T
    throw new Failure(reply.code, reply.message)
  }
  const removeCopies = () => rmSync(folder, { recursive: true, force: true })
  removeCopies()

  return {
    removeCopies,

    /** Fails with `bad-input` for a kind that is not opened from here. */
    async open(documentId: DocumentId): Promise<void> {
      const { name, ending } = await ask<OriginalFile>('document.original', documentId)
      if (ending === '' || withPrograms.has(ending)) {
        throw new Failure(
          'bad-input',
          'A file of this kind is not opened from here, since it could bring a program with it: save a copy instead.',
        )
      }
      const bytes = await ask<Uint8Array>('document.originalBytes', documentId)
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const path = join(await mkdtemp(join(folder, 'copy-')), fileNameOf(name, ending))
      await writeFile(path, bytes, { flag: 'wx', mode: 0o400 })
      const problem = await openPath(path)
      if (problem !== '') {
        throw new Failure('unreadable', `No program here opens it (${problem}): save a copy instead.`)
      }
    },
  }
}

export type OriginalDesk = ReturnType<typeof originalDesk>

/** Letters and digits of the name, with the ending of what the file is. */
function fileNameOf(name: string, ending: string): string {
  const stem = name.slice(0, name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : undefined)
  return `${
    stem
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .slice(0, 60) || 'original'
  }.${ending}`
}
