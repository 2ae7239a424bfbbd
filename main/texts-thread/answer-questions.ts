import { parentPort } from 'node:worker_threads'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import type { Asked, FromThread, Gives, SentText, ToThread } from './messages.ts'

export interface Running {
  isGivenUp(): boolean
  progress(done: number, of: number): void
}

export interface TextsHolder<Questions extends Gives<Questions>> {
  change(put: readonly SentText[], remove: readonly number[]): void
  /** What long work fails with that was given up is the answer’s own to throw. */
  answer(asked: Asked<Questions>, running: Running): unknown
  /** A sentence, where the answer fails with something else than a `Failure`. */
  failed(reason: string): string
}

/** The thread’s end of a `TextsThread`: hears texts and questions and sends what they give. */
export function answerQuestions<Questions extends Gives<Questions>>(holder: TextsHolder<Questions>): void {
  const running = new Set<number>()
  const send = (message: FromThread) => parentPort?.postMessage(message)

  async function replyTo(asked: Asked<Questions>): Promise<Reply<unknown>> {
    const { number } = asked
    try {
      const value = await holder.answer(asked, {
        isGivenUp: () => !running.has(number),
        progress: (done, of) => send({ progress: number, done, of }),
      })
      return { ok: true, value }
    } catch (error) {
      if (error instanceof Failure) return { ok: false, code: error.code, message: error.message }
      const reason = error instanceof Error ? error.message : String(error)
      return { ok: false, code: 'internal', message: holder.failed(reason) }
    }
  }

  parentPort?.on('message', (message: ToThread<Questions>) => {
    if ('ask' in message) {
      running.add(message.number)
      replyTo(message).then((reply) => {
        running.delete(message.number)
        send({ answer: message.number, reply })
      })
    } else if (message.tell === 'cancel') running.delete(message.number)
    else holder.change(message.put, message.remove)
  })
}
