import type { Repositories } from '../../db/repositories/index.ts'
import { awaitedAttributes } from '../../preload/contract/attribute-rules.ts'
import type { TagId } from '../../preload/contract/ids.ts'
import { inSlices } from '../slices.ts'

/** Annotations that are read in one go: some milliseconds. */
const piece = 4000

/** The ids of all passages that wait for an attribute, of one tag where one is given; in no order. */
export async function awaitingPassages(
  { tags, tagUses }: Repositories,
  only: TagId | undefined,
): Promise<Set<number>> {
  const awaiting = new Set<number>()
  const slices = inSlices()
  for (const { id, attributes } of tags.entries()) {
    if (attributes.length === 0 || (only !== undefined && id !== only)) continue
    for (let after = 0; ; ) {
      const values = tagUses.values(id, after, piece)
      for (const [one, own] of values) if (awaitedAttributes(attributes, own).length > 0) awaiting.add(one)
      if (values.length < piece) break
      after = values.at(-1)![0]
      await slices.rest()
    }
  }
  return awaiting
}
