import type { Reply } from './failure.ts'
import type { ProjectChannel } from './index.ts'

/**
 * Answers of millions of letters. They come straight from the project’s process, since main would copy them twice. Only
 * what never changes: nothing tells whether an event that main passes on came before such an answer.
 */
export const directAnswers = ['document.text'] as const satisfies ProjectChannel[]

/**
 * Answers of many small values. They cross from process to process as one JSON text: Electron copies values one by one
 * at each border, which for the card of a claim with 500 mentions takes longer than reading it. Nobody between the
 * project and the page looks into them.
 */
const longAnswers: ReadonlySet<string> = new Set<ProjectChannel>([
  'annotation.search',
  'annotationImport.bring',
  'annotationImport.read',
  'answer.candidates',
  'argumentMap.get',
  'claim.card',
  'claim.likely',
  'claim.mentions',
  'confrontation.details',
  'confrontation.threads',
  'copy.group',
  'copy.offers',
  'doctor.describe',
  'doctor.findings',
  'importDesk.look',
  'link.describe',
  'link.of',
  'margin.cards',
  'overview.counts',
  'search.collocates',
  'search.count',
  'search.lines',
  'search.run',
  'search.words',
  'speaker.answersBetween',
  'speaker.passages',
  'tag.list',
  'workList.rows',
])

/** A reply as it leaves the project. */
export function packReply(channel: string, reply: Reply<unknown>): Reply<unknown> {
  return reply.ok && longAnswers.has(channel) ? { ok: true, value: JSON.stringify(reply.value) } : reply
}

/** The same reply as the page reads it. */
export function unpackReply<T>(channel: string, reply: Reply<unknown>): Reply<T> {
  if (!reply.ok || !longAnswers.has(channel)) return reply as Reply<T>
  return { ok: true, value: JSON.parse(reply.value as string) }
}
