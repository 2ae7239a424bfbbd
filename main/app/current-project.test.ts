import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Event } from '../../preload/contract/events.ts'
import { openSession } from '../open-session.ts'
import type { FromProject, Opening, ReplyPort, ToProject } from '../project-messages.ts'
import { serveProject } from '../serve-project.ts'
import type { Session } from '../session.ts'
import { currentProject } from './current-project.ts'
import type { ProjectChild } from './project-connection.ts'

let folder: string
let children: Child[]
let events: Event[]
let time: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'current-'))
  children = []
  events = []
  time = 1_000_000
})
afterEach(async () => {
  for (const child of children) await child.session?.close()
  rmSync(folder, { recursive: true })
})

/** A process that holds a real project, but in this process and with messages that are copied as between two. */
class Child extends EventEmitter implements ProjectChild {
  session: Session | undefined
  deaf = false
  readonly #hear = serveProject({
    open: async (opening, emit) => {
      this.session = openSession(opening, emit)
      return this.session
    },
    send: (message) => setImmediate(() => this.emit('message', structuredClone(message))),
    end: () => setImmediate(() => this.emit('exit')),
  })

  onMessage(listener: (message: FromProject) => void): void {
    this.on('message', listener)
  }

  onExit(listener: () => void): void {
    this.on('exit', listener)
  }

  postMessage(message: ToProject, port?: ReplyPort): void {
    if (!this.deaf) this.#hear(structuredClone(message), port)
  }

  kill(): void {
    this.emit('exit')
  }

  /** Ends as if by a fault; what it held is let go of, as the system would. */
  async crash(): Promise<void> {
    this.deaf = true
    await this.session?.close()
    this.session = undefined
    this.emit('exit')
  }
}

function start() {
  return currentProject({
    fork: () => {
      const child = new Child()
      children.push(child)
      return child
    },
    onEvent: (event) => events.push(event),
    now: () => time,
  })
}

function opening(name: string, make: string | null = null): Opening {
  const who = { uid: 'ada', name: 'Ada' }
  const kept = { backupsFolder: join(folder, 'backups'), foundSoundPath: join(folder, 'found-sound.json') }
  return { path: join(folder, `${name}.rejoinder`), make, who, ...kept }
}

it('answers that nothing is open until something is', async () => {
  const current = start()
  expect(await current.request('project.info', undefined)).toMatchObject({ ok: false, code: 'no-project' })
  await current.open(opening('tram', 'Tram'))
  expect(await current.request('project.info', undefined)).toMatchObject({
    ok: true,
    value: { name: 'Tram' },
  })
  expect(current.info()).toMatchObject({ name: 'Tram' })
})

it('keeps the open project when another cannot be opened', async () => {
  writeFileSync(join(folder, 'diary.rejoinder'), 'Dear diary')
  const current = start()
  await current.open(opening('tram', 'Tram'))
  await expect(current.open(opening('diary'))).rejects.toMatchObject({ code: 'not-a-project' })
  expect(await current.request('project.info', undefined)).toMatchObject({ value: { name: 'Tram' } })
  expect(events).toEqual([{ type: 'opened' }])
})

it('puts a project away when another takes its place, and opens the same one only once', async () => {
  const current = start()
  await current.open(opening('tram', 'Tram'))
  await current.open(opening('library', 'Library'))
  await current.open(opening('library'))
  expect(children).toHaveLength(2)
  expect(readdirSync(folder).filter((name) => name.startsWith('tram'))).toEqual(['tram.rejoinder'])
  await current.close()
  expect(await current.request('project.info', undefined)).toMatchObject({ code: 'no-project' })
})

it('has a project answer at the port that a request came with, and says there when none is open', async () => {
  const current = start()
  const answerTo = (channel: string, input: unknown) =>
    new Promise((postMessage) => current.requestTo({ postMessage }, channel, input))
  expect(await answerTo('document.text', { id: 1 })).toMatchObject({ code: 'no-project' })
  await current.open(opening('tram', 'Tram'))
  expect(await answerTo('project.info', undefined)).toMatchObject({ value: { name: 'Tram' } })
  expect(await answerTo('document.text', { id: 1 })).toMatchObject({ ok: false, code: 'not-found' })
  expect(await answerTo('document.text', { id: 'all' })).toMatchObject({ ok: false, code: 'bad-input' })
})

it('tells what a commit changed before it answers the request', async () => {
  const current = start()
  await current.open(opening('tram', 'Tram'))
  events = []
  await current.request('project.update', { name: 'Tram 2' })
  expect(events).toMatchObject([
    { type: 'changed', changed: { history: { undo: expect.stringContaining('Tram 2') } } },
  ])
})

it('opens the project again when its process ends, and answers those who waited with a failure', async () => {
  const current = start()
  await current.open(opening('tram', 'Tram'))
  children[0]!.deaf = true
  const waiting = current.request('project.info', undefined)
  await new Promise(setImmediate)
  await children[0]!.crash()
  expect(await waiting).toMatchObject({ ok: false, code: 'internal' })
  expect(await current.request('project.info', undefined)).toMatchObject({
    ok: true,
    value: { name: 'Tram' },
  })
  expect(events.at(-1)).toMatchObject({ type: 'recovered' })
})

it('gives up on a project whose process ends again at once', async () => {
  const current = start()
  await current.open(opening('tram', 'Tram'))
  await children[0]!.crash()
  await current.request('project.info', undefined)
  time += 1000
  await children[1]!.crash()
  expect(await current.request('project.info', undefined)).toMatchObject({ code: 'no-project' })
  expect(events.slice(-2)).toMatchObject([{ type: 'opened' }, { type: 'refused' }])
  expect(children).toHaveLength(2)
})

it('signs what is done from now on with the person’s new name, and what they had done', async () => {
  const current = start()
  await current.open(opening('tram', 'Tram'))
  const text = join(folder, 'speech.txt')
  writeFileSync(text, 'The bridge pays for itself.')
  await current.request('document.import', { task: 't', paths: [text] })
  await current.request('annotation.create', { documentId: 1, tagId: 1, spans: [{ start: 0, end: 10 }] })
  current.signAs('Ada Lovelace')
  expect(await current.request('annotator.list', undefined)).toMatchObject({
    value: [{ uid: 'ada', name: 'Ada Lovelace' }],
  })
})
