import { parentPort } from 'node:worker_threads'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import { type ParseTask, parse } from './parse.ts'
import type { ParsedFile } from './parsed-document.ts'

/**
 * The thread that parses: what a hostile file does to it (endless loops, all the memory) it does to nobody else.
 * One task at a time; `document-parser.ts` is the other end.
 */
export interface ParseMessage {
  id: number
  task: ParseTask
}

export interface ParseReply {
  id: number
  reply: Reply<ParsedFile>
}

/** `ready` comes once, before all replies. */
export type FromWorker = 'ready' | ParseReply

parentPort?.on('message', ({ id, task }: ParseMessage) => {
  void replyTo(task).then((reply) => {
    const answer: ParseReply = { id, reply }
    parentPort?.postMessage(answer)
  })
})

const ready: FromWorker = 'ready'
parentPort?.postMessage(ready)

async function replyTo(task: ParseTask): Promise<Reply<ParsedFile>> {
  try {
    return { ok: true, value: await parse(task) }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, code: error.code, message: error.message }
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, code: 'unreadable', message: `This file could not be read (${detail}).` }
  }
}
