import { parentPort } from 'node:worker_threads'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import { type ParseTask, parse } from './parse.ts'
import type { ParsedFile } from './parsed-document.ts'
import type { CharacterMaps } from './pdf/pdf-library.ts'

/**
 * The thread that parses: what a hostile file does to it (endless loops, all the memory) it does to nobody else.
 * One task at a time; `document-parser.ts` is the other end.
 */
export interface ParseMessage {
  id: number
  task: ParseTask
}

/** What the thread asked for; null when there is none of that name. */
export interface CharacterMapMessage {
  characterMap: string
  bytes: Uint8Array | null
}

export interface ParseReply {
  id: number
  reply: Reply<ParsedFile>
}

/** `ready` comes once, before all replies. */
export type FromWorker = 'ready' | { wantsCharacterMap: string } | ParseReply

const wanted = new Map<string, (bytes: Uint8Array | null) => void>()

const characterMaps: CharacterMaps = (name) =>
  new Promise((resolve) => {
    wanted.set(name, resolve)
    const question: FromWorker = { wantsCharacterMap: name }
    parentPort?.postMessage(question)
  })

parentPort?.on('message', (message: ParseMessage | CharacterMapMessage) => {
  if ('characterMap' in message) {
    wanted.get(message.characterMap)?.(message.bytes)
    return
  }
  const { id, task } = message
  void replyTo(task).then((reply) => {
    const answer: ParseReply = { id, reply }
    parentPort?.postMessage(answer)
  })
})

const ready: FromWorker = 'ready'
parentPort?.postMessage(ready)

async function replyTo(task: ParseTask): Promise<Reply<ParsedFile>> {
  try {
    return { ok: true, value: await parse(task, { characterMaps }) }
  } catch (error) {
    if (error instanceof Failure) return { ok: false, code: error.code, message: error.message }
    const detail = error instanceof Error ? error.message : String(error)
    return { ok: false, code: 'unreadable', message: `This file could not be read (${detail}).` }
  }
}
