import type { Repositories } from '../../../db/repositories/index.ts'
import type { CueList } from '../../../preload/contract/answer.ts'
import { languages } from '../../answers/languages.ts'
import { standardCues } from '../../answers/standard-cues.ts'

/** The cue words of all languages that have some: the usual ones, except where the project has a list of its own. */
export function cuesNow({ cueLists }: Pick<Repositories, 'cueLists'>): CueList[] {
  const own = new Map(cueLists.list().map((list) => [list.language, list]))
  const usual = languages.map((language) => ({ language, ...standardCues[language] }))
  const added = [...own.values()].filter(({ language }) => !languages.some((one) => one === language))
  return [...usual, ...added].map((list) => ({
    ...(own.get(list.language) ?? list),
    isOwn: own.has(list.language),
  }))
}
