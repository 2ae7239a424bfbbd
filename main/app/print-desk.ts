import { writeFile } from 'node:fs/promises'
import type { Event } from '../../preload/contract/events.ts'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import type { ParsedOf } from '../../preload/contract/index.ts'
import type { ReadingCopy } from '../../preload/contract/reading-copy.ts'
import { place } from '../exchange/target.ts'
import { createTasks } from '../tasks.ts'
import { fontsUrl } from './page.ts'
import type { Printer } from './paper.ts'

interface Surroundings {
  /** The open project. */
  request: (channel: string, input: unknown) => Promise<Reply<unknown>>
  printer: Printer
  tell: (event: Event) => void
}

const channelOf = {
  document: 'readingCopy.make',
  documents: 'readingCopy.makeSeveral',
  confrontation: 'confrontation.copy',
} as const

/** Puts documents, and claims with their answers, on paper and into PDF files. Each work can be stopped by its task name. */
export function printDesk({ request, printer, tell }: Surroundings) {
  const tasks = createTasks((progress) => tell({ type: 'progress', progress }))

  async function copyOf({ what }: ParsedOf<'app.print'>): Promise<ReadingCopy> {
    const { kind, ...asked } = what
    const reply = await request(channelOf[kind], { ...asked, fonts: fontsUrl })
    if (reply.ok) return reply.value as ReadingCopy
    throw new Failure(reply.code, reply.message)
  }

  return {
    print: (asked: ParsedOf<'app.print'>): Promise<boolean> =>
      tasks.run(asked.task, async ({ signal, progress }) => {
        progress(0, 0, 'Reading the text')
        const copy = await copyOf(asked)
        progress(0, 0, 'Setting the pages')
        return printer.print(copy, asked.paper, signal)
      }),

    /** Writes beside the target first and renames at the end. Fails with `target-exists` unless `replace`. */
    writePdf: (asked: ParsedOf<'app.writePdf'>): Promise<void> =>
      tasks.run(asked.task, async ({ signal, progress }) => {
        const write = async (part: string): Promise<string[]> => {
          progress(0, 0, 'Reading the text')
          const copy = await copyOf(asked)
          progress(0, 0, 'Setting the pages')
          const pdf = await printer.toPdf(copy, asked.paper, signal)
          progress(0, 0, 'Writing the file')
          await writeFile(part, pdf, { flag: 'wx', flush: true })
          return ['']
        }
        await place([{ to: asked.to, makes: 'file', write }], { replace: asked.replace, signal })
      }),

    cancel: tasks.cancel,
    end: tasks.end,
  }
}

export type PrintDesk = ReturnType<typeof printDesk>
