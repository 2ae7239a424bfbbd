import type { OpenProject } from '../../../db/open-project.ts'
import type { TagEntry } from '../../../db/repositories/tags.ts'
import type { TagVersion } from '../../../preload/contract/tag.ts'

type Meaning = Pick<TagVersion, 'role' | 'definition' | 'include' | 'exclude' | 'attributes'>

/**
 * Begins another version of a tag that has come to mean something else since `before`. What nobody has annotated by
 * is no version: it goes on changing, and ends when the tag says again what it said before. Inside a step.
 */
export function followMeaning({ repositories, history, now }: OpenProject, before: TagEntry): void {
  const { annotations, tags, tagVersions } = repositories
  const { id, version } = before
  const after = tags.entry(id)
  if (isSameMeaning(before, after)) return
  if (annotations.hasAnyUnder(id, version)) {
    const { name, role, definition, include, exclude, attributes } = before
    tagVersions.insert(id, {
      number: version,
      ...{ name, role, definition, include, exclude, attributes },
      until: now(),
      who: history.signature(),
    })
    tags.update(id, { version: version + 1 })
    return
  }
  const last = tagVersions.find(id, version - 1)
  if (last === undefined || !isSameMeaning(last, after)) return
  tagVersions.delete(id, last.number)
  tags.update(id, { version: last.number })
}

/** Space at the ends says nothing. */
function isSameMeaning(a: Meaning, b: Meaning): boolean {
  return JSON.stringify(meaningOf(a)) === JSON.stringify(meaningOf(b))
}

const meaningOf = ({ role, definition, include, exclude, attributes }: Meaning) => [
  role,
  ...[definition, include, exclude].map((words) => words.trim()),
  attributes.map(({ name, kind, values, required }) => [name, kind, values, required]),
]
