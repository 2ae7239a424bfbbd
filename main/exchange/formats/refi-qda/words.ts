import type { QdaNote } from './qda-project.ts'

export const namespace = 'urn:QDA-XML:project:1.0'

/** The variable that tells claims and the notes of links from other notes; always the same. */
export const kindVariable = '5d0f9c1e-6a51-5b0c-a3c7-2f8d1d1d6b42'
export const claimMark = 'claim'
export const linkNoteMark = 'note of a link'

/** What selections that no code is given to become. */
export const uncoded = 'Not coded'

/** What kind of note it is, where that is marked. */
export const markOf = ({ values }: Pick<QdaNote, 'values'>): string | undefined =>
  values.find(([variable]) => variable === kindVariable)?.[1]

/** Of a path as any system writes it. */
export const basename = (path: string): string => path.split(/[/\\]/).at(-1) ?? ''
