import type { Compared } from '../../../preload/contract/copy.ts'

const verdicts: Record<Compared['verdict'], string> = {
  verbatim: 'Verbatim',
  part: 'Verbatim, in part',
  shortened: 'Shortened',
  changed: 'Words changed',
  other: 'Hardly the same words',
}

const signs: Record<Compared['signs'][number], string> = {
  number: 'a number differs',
  denial: 'a denial differs',
}

/** How one wording stands to another, in a word or two. */
export const verdictInWords = ({ verdict }: Pick<Compared, 'verdict'>): string => verdicts[verdict]

/** What differs that weighs more than other words. */
export const signsInWords = ({ signs: found }: Pick<Compared, 'signs'>): string[] =>
  found.map((sign) => signs[sign])
