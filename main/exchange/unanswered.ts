import { lacksRequired } from '../../preload/contract/attribute-rules.ts'
import type { Dataset } from './dataset.ts'

/** How many annotations lack an attribute that their tag requires. */
export function countUnanswered({ tags, annotations }: Pick<Dataset, 'tags' | 'annotations'>): number {
  const asking = new Map(
    tags
      .filter((tag) => tag.attributes.some(({ required }) => required))
      .map(({ id, attributes }) => [id, attributes]),
  )
  if (asking.size === 0) return 0
  return annotations.filter(({ tag, attributes }) => {
    const asked = asking.get(tag)
    return asked && lacksRequired(asked, Object.fromEntries(attributes))
  }).length
}
