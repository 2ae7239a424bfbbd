import type { Reply } from '../../preload/contract/failure.ts'

/** A text as it comes to a thread. */
export interface SentText {
  documentId: number
  /** BCP 47, or ''. */
  language: string
  text: string
}

/** What a thread that holds texts is told without being asked anything. */
export type Told =
  | { tell: 'texts'; put: SentText[]; remove: number[] }
  /** Gives up what was asked under that number. */
  | { tell: 'cancel'; number: number }

/** Questions that a thread can be asked, each with what comes with it and what it gives. */
export type Gives<Questions> = Record<keyof Questions, { gives: unknown }>

export type What<Questions extends Gives<Questions>, Q extends keyof Questions> = Omit<Questions[Q], 'gives'>

export type Asked<Questions extends Gives<Questions>> = {
  [Q in keyof Questions]: { ask: Q; number: number; what: What<Questions, Q> }
}[keyof Questions]

export type ToThread<Questions extends Gives<Questions>> = Told | Asked<Questions>

export type FromThread =
  | { answer: number; reply: Reply<unknown> }
  | { progress: number; done: number; of: number }
