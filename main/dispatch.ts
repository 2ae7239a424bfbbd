import { toFailure } from '../db/sqlite-failure.ts'
import { Failure, type Reply } from '../preload/contract/failure.ts'
import { type AppHandlers, callOf, type ProjectHandlers } from '../preload/contract/index.ts'

/** The nouns that are answered here; a part of the contract, or all of it. */
export type Handlers = Partial<ProjectHandlers & { app: AppHandlers }>

/** When the project can be changed again; undefined where it can be now. */
type WhenReturned = () => Promise<void> | undefined

type Verb = (input: unknown) => unknown

/**
 * From a channel name and an input that anyone may have made up to a reply. The input is parsed by the contract
 * first; a handler sees nothing that does not fit it. Never rejects. Where the project cannot be changed now, because
 * something long is being written into it, a change waits for what `whenReturned` gives and is made then.
 */
export async function dispatch(
  handlers: Handlers,
  channel: string,
  input: unknown,
  whenReturned: WhenReturned = () => undefined,
): Promise<Reply<unknown>> {
  const call = callOf(channel)
  const handler = call && handlerOf(handlers, channel)
  if (call === undefined || handler === undefined) {
    return { ok: false, code: 'unknown-channel', message: 'The program does not know this request.' }
  }
  const parsed = call.input.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const where = issue?.path.join('.')
    const message = `This cannot be used: ${where ? `${where}: ` : ''}${issue?.message ?? 'it has another shape'}.`
    return { ok: false, code: 'bad-input', message }
  }
  return replyTo(() => inItsTurn(() => handler(parsed.data), whenReturned))
}

/**
 * Does the work, anew after each long step that refused it. Only work that is refused at once: what fails while others
 * had their turn may have done part of it.
 */
export async function inItsTurn<T>(work: () => T | Promise<T>, whenReturned: WhenReturned): Promise<T> {
  for (;;) {
    let returned: Promise<void> | undefined
    try {
      return work()
    } catch (error) {
      returned = error instanceof Failure && error.code === 'busy' ? whenReturned() : undefined
      if (returned === undefined) throw error
    }
    await returned
  }
}

/** The outcome of some work as a value. What was not foreseen is written to the log and told in one sentence. */
export async function replyTo<T>(work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work() }
  } catch (thrown) {
    const error = toFailure(thrown)
    if (error instanceof Failure) return { ok: false, code: error.code, message: error.message }
    console.error(error)
    return {
      ok: false,
      code: 'internal',
      message: 'Something went wrong inside the program. Please try once more.',
    }
  }
}

// Only what the contract has is looked up, and only own properties.
function handlerOf(handlers: Handlers, channel: string): Verb | undefined {
  const [noun, verb] = channel.split('.') as [keyof Handlers, string]
  const verbs = Object.hasOwn(handlers, noun) ? (handlers[noun] as Record<string, Verb>) : undefined
  return verbs && Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
}
