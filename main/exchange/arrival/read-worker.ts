import { parentPort, receiveMessageOnPort } from 'node:worker_threads'
import { Failure, type Reply } from '../../../preload/contract/failure.ts'
import { refuseMany } from '../foreign/most-at-once.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { sourceFiles } from '../source/source-files.ts'
import { DistantSource, DistantText } from '../spool/distant.ts'
import { PuttingAway, type Store } from '../spool/putting-away.ts'
import { HandedOver } from './handed-over.ts'
import { type ChosenSource, formatsOf, readChosen } from './reading.ts'
import type { Fetching, FromReader, Listing, Root, Sent, ToReader } from './reading-messages.ts'

/**
 * The thread in which files of other programs are read: it opens no file and no connection, gets bytes by asking for
 * them, and hands over the texts it has read, which it can ask for again. One reading at a time; `read-in-thread.ts` is the other end.
 */
const port = parentPort!
const waiting = new Map<number, (reply: Reply<Uint8Array>) => void>()
let asked = 0

port.on('message', (message: ToReader) => {
  if (message.type === 'bytes') {
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
    return
  }
  void work(message)
})

async function work({ only, format, roots, fetching }: Extract<ToReader, { type: 'read' }>): Promise<void> {
  const links = roots.links ? sourceOf('links', roots.links) : null
  const loss = roots.loss ? sourceOf('loss', roots.loss) : null
  const beside = links && loss ? { links, loss } : null
  const half = beside ? null : (links ?? loss)
  const texts = roots.texts ? sourceOf('texts', roots.texts) : null
  const chosen: ChosenSource = { source: sourceOf('chosen', roots.chosen!), beside, half, texts }
  if (only === 'recognise') {
    return tell({ type: 'recognised', formats: await formatsOf(chosen).catch(() => []) })
  }
  const progress = (done: number, of: number): void => tell({ type: 'progress', done, of })
  try {
    const away = new PuttingAway(storeOver(fetching))
    const ahead = new HandedOver(away)
    const arriving = await readChosen(chosen, format, { signal: undefined, progress, away }, ahead)
    refuseMany(ahead.ids.size + arriving.annotations.length + arriving.links.length)
    const value = sent(arriving, away, ahead)
    away.flush()
    tell({ type: 'done', reply: { ok: true, value } })
  } catch (error) {
    if (error instanceof Failure) {
      return tell({ type: 'done', reply: { ok: false, code: error.code, message: error.message } })
    }
    const detail = error instanceof Error ? error.message : String(error)
    const message = `“${chosen.source.name}” could not be read (${detail}).`
    tell({ type: 'done', reply: { ok: false, code: 'unreadable', message } })
  }
}

function sourceOf(root: Root, { name, sizes }: Listing) {
  return sourceFiles({ name, sizes, read: (path, start, end) => ask(root, path, start, end) })
}

function storeOver({ port: fetched, isThere }: Fetching): Store {
  return {
    append: (bytes) => port.postMessage({ type: 'put', bytes } satisfies FromReader, [bytes.buffer]),
    fetch(place) {
      Atomics.store(isThere, 0, 0)
      tell({ type: 'fetch', place })
      Atomics.wait(isThere, 0, 0)
      const { message } = receiveMessageOnPort(fetched) as { message: Reply<Uint8Array> }
      if (!message.ok) throw new Failure(message.code, message.message)
      return message.value
    },
  }
}

/** Without what has been put away, to which its annotations and links are added. */
function sent(arriving: Arriving, away: PuttingAway, ahead: HandedOver): Sent {
  const texts = arriving.documents.map(({ text }) => (text instanceof DistantText ? text.place : null))
  const originals = arriving.documents.map(({ original }) =>
    original instanceof DistantSource ? original.place : null,
  )
  const documents = arriving.documents.map((document, index) => ({
    ...document,
    text: texts[index] ? null : document.text,
    original: originals[index] ? null : document.original,
  }))
  const annotations = [...ahead.places, ...away.records(arriving.annotations)]
  const links = away.records(arriving.links)
  return {
    arriving: { ...arriving, documents, annotations: [], links: [] },
    texts,
    originals,
    annotations,
    links,
  }
}

function ask(root: Root, path: string, start: number, end: number): Promise<Uint8Array> {
  asked += 1
  const id = asked
  return new Promise((resolve, reject) => {
    waiting.set(id, (reply) => {
      if (reply.ok) resolve(reply.value)
      else reject(new Failure(reply.code, reply.message))
    })
    tell({ type: 'ask', id, root, path, start, end })
  })
}

function tell(message: FromReader): void {
  port.postMessage(message)
}
