import type { z } from 'zod'
import { annotation } from './annotation.ts'
import { annotationImport } from './annotation-import.ts'
import { annotator } from './annotator.ts'
import { answer } from './answer.ts'
import { app } from './app.ts'
import { argumentMap } from './argument-map.ts'
import { claim } from './claim.ts'
import { codebook } from './codebook.ts'
import { confrontation } from './confrontation.ts'
import { copy } from './copy.ts'
import { doctor } from './doctor.ts'
import { document } from './document.ts'
import { exchange } from './exchange.ts'
import { history } from './history.ts'
import { importDesk } from './import-desk.ts'
import { link } from './link.ts'
import { linkType } from './link-type.ts'
import { margin } from './margin.ts'
import { memo } from './memo.ts'
import { overview } from './overview.ts'
import { project } from './project.ts'
import { readingCopy } from './reading-copy.ts'
import { savedList } from './saved-list.ts'
import { savedSearch } from './saved-search.ts'
import { search } from './search.ts'
import { speaker } from './speaker.ts'
import { tag } from './tag.ts'
import { timeline } from './timeline.ts'
import { workList } from './work-list.ts'

/** What the project file answers, by noun and verb. A channel is `noun.verb`. */
export const projectContract = {
  annotation,
  annotationImport,
  annotator,
  answer,
  argumentMap,
  claim,
  codebook,
  confrontation,
  copy,
  doctor,
  document,
  exchange,
  history,
  importDesk,
  link,
  linkType,
  margin,
  memo,
  overview,
  project,
  readingCopy,
  savedList,
  savedSearch,
  search,
  speaker,
  tag,
  timeline,
  workList,
} as const

/** Everything a window can ask for. */
export const contract = { app, ...projectContract } as const

export type Contract = typeof contract
export type ProjectContract = typeof projectContract

type Call = { input: z.ZodType; output: z.ZodType }
type Nouns = Record<string, Record<string, Call>>

type ChannelsOf<C extends Nouns> = {
  [N in keyof C & string]: `${N}.${keyof C[N] & string}`
}[keyof C & string]
type CallOf<C extends Nouns, K extends string> = K extends `${infer N}.${infer V}` ? C[N][V] : never

export type Channel = ChannelsOf<Contract>
export type ProjectChannel = ChannelsOf<ProjectContract>
/** What a caller writes: defaults may be left out. */
export type InputOf<K extends Channel> = z.input<CallOf<Contract, K>['input']>
/** What a handler gets, after parsing. */
export type ParsedOf<K extends Channel> = z.output<CallOf<Contract, K>['input']>
export type OutputOf<K extends Channel> = z.output<CallOf<Contract, K>['output']>

/** One function per verb of a noun, given parsed input. */
export type HandlersOf<C extends Nouns> = {
  [N in keyof C]: {
    [V in keyof C[N]]: (
      input: z.output<C[N][V]['input']>,
    ) => z.output<C[N][V]['output']> | Promise<z.output<C[N][V]['output']>>
  }
}
export type ProjectHandlers = HandlersOf<ProjectContract>
export type AppHandlers = HandlersOf<{ app: typeof app }>['app']

/** The call behind a channel name, or undefined. Own properties only: the name comes from outside. */
export function callOf(channel: string): Call | undefined {
  const [noun = '', verb = '', ...rest] = channel.split('.')
  if (rest.length > 0 || !Object.hasOwn(contract, noun)) return undefined
  const verbs: Record<string, Call> = contract[noun as keyof Contract]
  return Object.hasOwn(verbs, verb) ? verbs[verb] : undefined
}

/** What the preload script offers the page under `window.rejoinder`. */
export interface Bridge {
  request(channel: string, input: unknown): Promise<unknown>
  /** Returns a function that ends the subscription. */
  listen(listener: (event: unknown) => void): () => void
  /** The paths of files that the person dropped on the window, told to main as chosen. */
  pathsOfDropped(files: File[]): Promise<string[]>
}
