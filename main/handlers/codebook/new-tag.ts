import type { NewTag } from '../../../db/repositories/tags.ts'
import type { ParsedOf } from '../../../preload/contract/index.ts'
import { freeColor } from '../../../preload/contract/palette.ts'
import type { Tag } from '../../../preload/contract/tag.ts'

/** A tag for the codebook: what is not given gets a colour that none of the others has, no key, role none. */
export function newTag(given: ParsedOf<'tag.create'>, uid: string, others: readonly Tag[]): NewTag {
  return {
    uid,
    name: given.name,
    role: given.role ?? 'none',
    color: given.color ?? freeColor(others),
    key: given.key ?? '',
    parentId: given.parentId ?? null,
    definition: given.definition ?? '',
    include: given.include ?? '',
    exclude: given.exclude ?? '',
    examples: given.examples ?? [],
    attributes: given.attributes ?? [],
  }
}
