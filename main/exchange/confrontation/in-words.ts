import type { ConfrontationCopy, PassageBrief } from '../../../preload/contract/confrontation.ts'
import { saidByInWords } from '../../../preload/contract/said-by.ts'
import { counted } from '../../handlers/words.ts'
import type { Copied, CopiedAnswer, CopiedClaim } from './copied.ts'

export const copyTitle = 'Claims and their answers'
export const nobodyAnswers = 'Nobody answers this.'

const orders: Record<ConfrontationCopy['order'], string> = {
  date: 'by date',
  document: 'by document',
  speaker: 'by speaker',
}

/** One line on what the copy holds. */
export function aboutCopy({ project, claims, unanswered, others, order }: Copied): string {
  const counts = [
    counted(claims, '1 claim', 'claims'),
    `${unanswered.toLocaleString('en')} not answered`,
    ...(others > 0 ? [counted(others, '1 other answered passage', 'other answered passages')] : []),
  ]
  return `${project} · ${counts.join(', ')} · ${orders[order]}`
}

/** Who says it, where and when: what is known of it. */
export function sourceOf(passage: PassageBrief | null): string[] {
  return passage === null
    ? ['implicit']
    : [saidByInWords(passage), passage.title, passage.date].filter((words) => words !== '')
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
