import { toFailure } from '../db/sqlite-failure.ts'
import { Failure, type Reply } from '../preload/contract/failure.ts'
import { type AppHandlers, callOf, type ProjectHandlers } from '../preload/contract/index.ts'

/** The nouns that are answered here; a part of the contract, or all of it. */
export type Handlers = Partial<ProjectHandlers & { app: AppHandlers }>

type Verb = (input: unknown) => unknown

/**
 * From a channel name and an input that anyone may have made up to a reply. The input is parsed by the contract
 * first; a handler sees nothing that does not fit it. Never rejects.
 */
export async function dispatch(handlers: Handlers, channel: string, input: unknown): Promise<Reply<unknown>> {
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
  return replyTo(() => handler(parsed.data))
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
