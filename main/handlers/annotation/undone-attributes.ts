import type { Repositories } from '../../../db/repositories/index.ts'
import { isAnswerable, lacksRequired } from '../../../preload/contract/attribute-rules.ts'

/** Tags that ask for what nobody can answer, and how many of their annotations lack what they require. */
export function undoneAttributes({ tags, tagUses }: Repositories): string[] {
  return tags.list().flatMap(({ id, name, attributes }) => {
    const unanswerable = attributes
      .filter((one) => !isAnswerable(one))
      .map(
        (one) => `The tag “${name}” asks for “${one.name}” and gives no choices: add some in the codebook.`,
      )
    if (!attributes.some(({ required }) => required)) return unanswerable
    const lacking = tagUses.listByTag(id).filter((use) => lacksRequired(attributes, use.attributes)).length
    if (lacking === 0) return unanswerable
    const some = lacking === 1 ? 'An annotation' : `${lacking} annotations`
    return [
      ...unanswerable,
      `${some} of “${name}” ${lacking === 1 ? 'lacks' : 'lack'} what the tag requires.`,
    ]
  })
}
