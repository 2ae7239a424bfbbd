import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { PublicationTerms } from '../../../preload/contract/publication.ts'

/** What is said of a dataset that is published, as it stands in the fields. */
export interface TermsForm {
  texts: 'all' | 'none' | 'some'
  /** Kept while another choice is made. */
  withheld: readonly DocumentId[]
  licence: string
  authors: string
  address: string
  method: string
  namesAnnotators: boolean
  /** As `80/10/10`. */
  split: string
  seed: string
}

export const startTerms: TermsForm = {
  ...{ texts: 'all', withheld: [], licence: '', authors: '', address: '', method: '' },
  ...{ namesAnnotators: true, split: '80/10/10', seed: '1' },
}

/** Why a field cannot be taken, in a sentence; '' when it can. */
export function problemsInTerms({
  texts,
  withheld,
  split,
  seed,
  address,
}: TermsForm): Record<'texts' | 'split' | 'seed' | 'address', string> {
  const isOpen = texts === 'some' && withheld.length === 0
  return {
    texts: isOpen ? 'Choose at least one document whose text is withheld.' : '',
    split: sharesIn(split) ? '' : 'Give three percentages that make 100, such as 80/10/10.',
    seed: seedIn(seed) === undefined ? 'Give a whole number from 0 to 4294967295.' : '',
    address:
      address.trim() === '' || isAddress(address.trim()) ? '' : 'Give an address such as https://…, or none.',
  }
}

/** What the fields are called that say why they cannot be taken. */
export const termLabels = {
  texts: 'Texts',
  split: 'Train/dev/test, in percent',
  seed: 'Seed',
  address: 'Where it will be found',
} as const

/** The first of them, after the name of its field; '' when all can be taken. */
export function problemInTerms(form: TermsForm): string {
  const problems = problemsInTerms(form)
  const field = (Object.keys(termLabels) as (keyof typeof termLabels)[]).find((one) => problems[one] !== '')
  return field === undefined ? '' : `${termLabels[field]}: ${problems[field]}`
}

/** Undefined while a field cannot be taken. */
export function toTerms(form: TermsForm): PublicationTerms | undefined {
  const [shares, seed] = [sharesIn(form.split), seedIn(form.seed)]
  if (!shares || seed === undefined || problemInTerms(form) !== '') return undefined
  return {
    withheld: form.texts === 'all' ? [] : form.texts === 'none' ? 'all' : [...form.withheld],
    licence: form.licence.trim(),
    authors: form.authors.trim(),
    address: form.address.trim(),
    method: form.method.trim(),
    ...{ namesAnnotators: form.namesAnnotators, seed, shares },
  }
}

function sharesIn(words: string): PublicationTerms['shares'] | undefined {
  const found = /^\s*(\d{1,3})\s*\/\s*(\d{1,2})\s*\/\s*(\d{1,2})\s*$/.exec(words)
  if (!found) return undefined
  const [train, dev, test] = found.slice(1).map(Number) as [number, number, number]
  return train > 0 && train + dev + test === 100 ? { train, dev, test } : undefined
}

function seedIn(words: string): number | undefined {
  const seed = Number(words)
  return /^\s*\d+\s*$/.test(words) && seed <= 0xffffffff ? seed : undefined
}

const isAddress = (words: string): boolean => /^https?:\/\/\S+$/i.test(words) && URL.canParse(words)
