import type { ConfrontationCopy, PassageBrief } from '../../../preload/contract/confrontation.ts'
import type { Copied, CopiedAnswer, CopiedClaim } from './copied.ts'

export const copyTitle = 'Claims and their answers'
export const nobodyAnswers = 'Nobody answers this.'

const orders: Record<ConfrontationCopy['order'], string> = {
  date: 'by date',
  document: 'by document',
  speaker: 'by speaker',
}

/** One line on what the copy holds. */
export function aboutCopy({ project, claims, unanswered, order }: Copied): string {
  const many = (count: number) => count.toLocaleString('en')
  const counts = `${many(claims)} ${claims === 1 ? 'claim' : 'claims'}, ${many(unanswered)} not answered`
  return `${project} · ${counts} · ${orders[order]}`
}

/** Who says it, where and when: what is known of it. */
export function sourceOf(passage: PassageBrief | null): string[] {
  return passage === null
    ? ['implicit']
    : [passage.speaker, passage.title, passage.date].filter((words) => words !== '')
}

export function sourceOfClaim({ passage, mentions }: CopiedClaim): string[] {
  return mentions > 1
    ? [...sourceOf(passage), `${mentions.toLocaleString('en')} mentions`]
    : sourceOf(passage)
}

/** How an answer answers: “rebuts”, “undercuts what supports it”. */
export function relationOf({ type, against }: CopiedAnswer): string {
  if (against === 'support') return `${type.name} what supports it`
  return against === 'step' ? `${type.name} this step` : type.name
}
