import type { Event } from '../preload/contract/events.ts'
import { Failure, type Reply } from '../preload/contract/failure.ts'
import type { Bridge, Channel, InputOf, OutputOf } from '../preload/contract/index.ts'
import { unpackReply } from '../preload/contract/long-answers.ts'

declare global {
  interface Window {
    rejoinder: Bridge
  }
}

/** Asks main. Fails with a `Failure` whose message is a sentence for the person. */
export async function request<K extends Channel>(channel: K, input: InputOf<K>): Promise<OutputOf<K>> {
  const asked = project
  const writes = writing.test(channel)
  if (writes) tellSaving(1)
  try {
    const told = (await window.rejoinder.request(channel, input)) as Reply<unknown>
    const reply = unpackReply<OutputOf<K>>(channel, told)
    if (reply.ok) return reply.value
    const isTooLate = asked !== project || reply.code === 'no-project'
    throw new Failure(isTooLate ? 'cancelled' : reply.code, reply.message)
  } finally {
    if (writes) tellSaving(-1)
  }
}

let project = 0

/**
 * Another project is open, or none: what was asked of the one before cannot fail any more, only come too late. So does
 * what is still asked once none is open, in the moment before the window has followed.
 */
export function projectChanged(): void {
  project += 1
}

/** Channels that change the project. */
export const writing =
  /(^claim\.state|\.((create|update|delete|move|rename|confirm)\w*|collect|uncollect|join|split|merge|accept|dismiss|takeBack|tellApart|setCues|undo|redo|import|bring|carry|enter|keepExample))$/
let saving = 0
const savingListeners = new Set<() => void>()

/** The mark in the browser’s timeline that says when all changes were answered, that is, committed. */
const savedMark = 'saved'

function tellSaving(more: 1 | -1): void {
  saving += more
  if (saving === 0) {
    performance.mark(savedMark)
    performance.clearMarks(savedMark)
  }
  for (const listener of savingListeners) listener()
}

/** How many changes are on their way to the project file; what is answered is committed. */
export const pendingChanges = {
  count: (): number => saving,
  subscribe(listener: () => void): () => void {
    savingListeners.add(listener)
    return () => savingListeners.delete(listener)
  },
}

/** Hears what main tells, in order. Returns a function that ends it. */
export function listen(listener: (event: Event) => void): () => void {
  return window.rejoinder.listen((event) => listener(event as Event))
}

/** The paths of files dropped on the window; main then lets this window import or open them. */
export function pathsOfDropped(files: File[]): Promise<string[]> {
  return window.rejoinder.pathsOfDropped(files)
}
