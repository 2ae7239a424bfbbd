import { pathOf } from '../../../codebook/codebook-data.ts'
import type { Dataset } from '../../dataset.ts'
import { plainWords } from './markdown.ts'
import { countBy } from './rows.ts'

/** By their ids; where several tags have one name, with the tags above them, as the page of the codebook has them. */
export function tagNamesOf({ tags }: Pick<Dataset, 'tags'>): Map<string, string> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const same = countBy(tags, ({ name }) => name)
  return new Map(
    tags.map((tag) => [
      tag.id,
      [...(same.get(tag.name)! > 1 ? pathOf(tag, byId) : []), tag.name].map(plainWords).join(' / '),
    ]),
  )
}
