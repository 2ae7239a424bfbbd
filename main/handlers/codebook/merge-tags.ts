import type { OpenProject } from '../../../db/open-project.ts'
import type { TagEntry } from '../../../db/repositories/tags.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationId, TagId } from '../../../preload/contract/ids.ts'
import type { ParsedOf } from '../../../preload/contract/index.ts'
import type { Merged } from '../../../preload/contract/tag.ts'
import { joinValues } from '../annotation/joined-values.ts'
import { uniteAttributes } from '../annotation/unite-attributes.ts'
import { linksGone as goneOf, moveLinks } from '../claim/move-links.ts'
import { followMeaning } from './tag-meaning.ts'

/**
 * Makes several tags one and counts what it changes on the way, so that a rehearsal tells exactly what the real thing
 * does. Inside a step.
 */
export function mergeTags(project: OpenProject, request: ParsedOf<'tag.merge'>): Merged {
  const { repositories } = project
  const { tags, tagUses } = repositories
  const target = tags.entry(request.into)
  const sources = [...new Set(request.ids)].filter((id) => id !== target.id).map((id) => tags.entry(id))
  if (sources.length === 0) throw new Failure('bad-input', 'Merging takes at least two tags.')
  const outdatedBefore = [target, ...sources].reduce((sum, { id }) => sum + tags.get(id).outdated, 0)
  const brokenBefore = tagUses.countLinksAgainstRules()

  const { attributes, outcomes } = uniteAttributes(target.attributes, sources)
  const examples = [...new Set(sources.flatMap((source) => source.examples))].filter(
    (example) => !target.examples.includes(example),
  )
  tags.update(target.id, { attributes, examples: [...target.examples, ...examples] })
  followMeaning(project, target)

  const own = new Set(tagUses.listByTag(target.id).map(({ id }) => id))
  const moved = sources.map((source) => giveAll(project, source, request, outcomes))
  const brokenAfter = tagUses.countLinksAgainstRules()
  const { fused, linksGone } =
    request.duplicates === 'fuse' ? fuse(project, target.id, own) : { fused: 0, linksGone: 0 }
  const memos = sources.reduce((sum, { id }) => sum + repositories.memos.moveToTag(id, target.id), 0)
  const key = target.key || (sources.find((source) => source.key !== '')?.key ?? '')
  const children = takePlaces(project, sources, target.id)
  if (key !== target.key) tags.update(target.id, { key })

  return {
    annotations: moved.reduce((sum, { annotations }) => sum + annotations, 0),
    valuesMoved: moved.reduce((sum, { valuesMoved }) => sum + valuesMoved, 0),
    fused,
    linksGone,
    linksAgainstRules: Math.max(0, brokenAfter - brokenBefore),
    attributes: outcomes,
    outdated: Math.max(0, tags.get(target.id).outdated - outdatedBefore),
    children,
    examples: examples.length,
    memos,
    key: key === target.key ? '' : key,
    freedKeys: sources.map((source) => source.key).filter((freed) => freed !== '' && freed !== key),
  }
}

/** Gives all annotations of a tag the other one, their values under the names that those have there. */
function giveAll(
  { repositories: { annotations, tagUses } }: OpenProject,
  source: TagEntry,
  { into, lookAgain }: ParsedOf<'tag.merge'>,
  outcomes: Merged['attributes'],
): { annotations: number; valuesMoved: number } {
  const renamed = outcomes.filter(({ from, outcome }) => from === source.name && outcome === 'renamed')
  const uses = tagUses.listByTag(source.id)
  let valuesMoved = 0
  for (const { id, attributes } of uses) {
    tagUses.giveTag(id, into, { lookAgain })
    const names = renamed.filter(({ name }) => Object.hasOwn(attributes, name))
    if (names.length === 0) continue
    const to = new Map(names.map(({ name, to }) => [name, to]))
    const entries = Object.entries(attributes).map(([name, value]) => [to.get(name) ?? name, value])
    annotations.update(id, { attributes: Object.fromEntries(entries) })
    valuesMoved += 1
  }
  return { annotations: uses.length, valuesMoved }
}

/** Makes one of those on the same passage where at least one has just come; one that was there stays, else the oldest. */
function fuse(
  { repositories }: OpenProject,
  into: TagId,
  own: ReadonlySet<AnnotationId>,
): { fused: number; linksGone: number } {
  const { annotations, memos, tagUses } = repositories
  let fused = 0
  let linksGone = 0
  for (const set of tagUses.samePassages(into)) {
    if (set.every((id) => own.has(id))) continue
    const kept = set.find((id) => own.has(id)) ?? set[0]!
    const others = set.filter((id) => id !== kept)
    const { change } = joinValues(
      annotations.get(kept),
      others.map((id) => annotations.get(id)),
    )
    const ends = others.map((id) => ({ annotation: id }))
    linksGone += goneOf(moveLinks(repositories, { annotation: kept }, ends))
    for (const id of others) {
      memos.moveToAnnotation(id, kept)
      annotations.delete(id)
    }
    annotations.update(kept, change)
    fused += others.length
  }
  return { fused, linksGone }
}

/** What stands under the tags that go comes under the one that stays; that one itself takes the place of one it stood under. */
function takePlaces(
  { repositories: { tags } }: OpenProject,
  sources: readonly TagEntry[],
  into: TagId,
): number {
  const going = new Set(sources.map(({ id }) => id))
  const all = new Map(tags.list().map((tag) => [tag.id, tag]))
  const parentOf = (id: TagId) => all.get(id)?.parentId ?? null
  const staying = (id: TagId | null): TagId | null =>
    id !== null && going.has(id) ? staying(parentOf(id)) : id
  const above = new Set<TagId>()
  for (let id = parentOf(into); id !== null; id = parentOf(id)) above.add(id)

  let children = 0
  for (const { id, parentId } of all.values()) {
    if (going.has(id) || parentId === null || !going.has(parentId)) continue
    const isAbove = id === into || above.has(id)
    tags.update(id, { parentId: isAbove ? staying(parentId) : into })
    if (!isAbove) children += 1
  }
  for (const id of going) tags.update(id, { parentId: null })
  for (const id of going) tags.delete(id)
  tags.reorder(tags.list().map(({ id }) => id))
  return children
}
