import { countOf } from '../../store/counting.ts'

/** `{ documents: 2, links: 1 }` as “2 documents, 1 link”; what there is none of is not named. */
export function countsInWords(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count.toLocaleString('en')} ${count === 1 ? what.replace(/s$/, '') : what}`)
  return parts.length === 0 ? 'nothing new' : parts.join(', ')
}

/** Of the files that come after these; '' for none. */
export const followInWords = (others: number): string =>
  others === 0 ? '' : `${countOf(others, 'other file')} ${others === 1 ? 'follows' : 'follow'}`
