import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import type { Choice } from '../../ui/choice.ts'
import { TagSwatch } from '../../ui/Tag.tsx'

/** A tag as a `Select` offers it, with its colour. */
export const tagChoice = ({ id, name, color }: Pick<Tag, 'id' | 'name' | 'color'>): Choice<TagId> => ({
  id,
  title: name,
  sign: <TagSwatch color={color} />,
})
