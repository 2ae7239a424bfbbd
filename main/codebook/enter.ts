import type { OpenProject } from '../../db/open-project.ts'
import type { LinkTypeId, TagId } from '../../preload/contract/ids.ts'
import type { ParsedOf } from '../../preload/contract/index.ts'
import type * as Data from '../exchange/dataset.ts'
import { followMeaning } from '../handlers/codebook/tag-meaning.ts'
import { type CodebookData, codebookOf, type ReadCodebook } from './codebook-data.ts'
import { matchesOf } from './compare.ts'

type Take = ParsedOf<'codebook.enter'>['choices'][number]['take']

/** Enters what was chosen of a codebook that was read. Inside a step. */
export function enterCodebook(
  project: OpenProject,
  theirs: ReadCodebook,
  choices: ParsedOf<'codebook.enter'>['choices'],
): { added: number; changed: number } {
  const mine = codebookOf(project.repositories)
  const takes = new Map(choices.map(({ kind, id, take }) => [`${kind} ${id}`, take]))
  const takeOf = (kind: string, id: string): Take => takes.get(`${kind} ${id}`) ?? 'mine'
  const tags = enterTags(project, mine, theirs, (id) => takeOf('tag', id))
  const types = enterLinkTypes(project, mine, theirs, (id) => takeOf('link-type', id))
  return { added: tags.added + types.added, changed: tags.changed + types.changed }
}

function enterTags(
  project: OpenProject,
  mine: CodebookData,
  theirs: ReadCodebook,
  takeOf: (id: string) => Take,
): { added: number; changed: number } {
  const { repositories, newUid } = project
  const { tags } = repositories
  const matches = matchesOf(mine, theirs)
  const has = (field: ReadCodebook['fields'][number]) => theirs.fields.includes(field)
  const rows = new Map(tags.list().map(({ uid, id }) => [uid, id]))
  /** By the id in the file, the tag that it is in the project now. */
  const entered = new Map<string, TagId>()
  for (const [id, there] of matches.tags) entered.set(id, rows.get(there.id)!)
  const changed: Data.Tag[] = []
  const added: Data.Tag[] = []

  for (const tag of theirs.tags) {
    const take = takeOf(tag.id)
    const there = matches.tags.get(tag.id)
    if (take === 'mine') continue
    if (there && take === 'theirs') changed.push(tag)
    else added.push(tag)
  }
  for (const tag of changed) {
    const id = entered.get(tag.id)!
    const before = tags.entry(id)
    const { id: _, parent: __, ...rest } = tag
    const fields = Object.entries(rest).filter(([field]) => has(field as keyof typeof rest))
    tags.update(id, Object.fromEntries(fields))
    if (has('key') && tag.key !== '') tags.takeKey(tag.key, id)
    followMeaning(project, before)
  }
  const there = tags.entries()
  const [keys, uids, names] = (['key', 'uid', 'name'] as const).map(
    (field) => new Set(there.map((tag) => tag[field])),
  ) as [Set<string>, Set<string>, Set<string>]
  for (const tag of added) {
    const { id: _, parent: __, ...rest } = tag
    const row = {
      ...rest,
      uid: isUsable(tag.id) && !uids.has(tag.id) ? tag.id : newUid(),
      key: keys.has(tag.key) ? '' : tag.key,
      name: unusedName(tag.name, names, entered.has(tag.id)),
      parentId: null,
    }
    entered.set(tag.id, tags.insert(row))
    keys.add(row.key)
    uids.add(row.uid)
    names.add(row.name)
  }
  if (has('parent')) for (const tag of [...changed, ...added]) stand(tag)
  const taken = new Set([...changed, ...added])
  follow(theirs.tags.filter((tag) => taken.has(tag)).map(({ id }) => entered.get(id)!))
  return { added: added.length, changed: changed.length }

  /** Gives tags the order of the file in the places that they have among the others. */
  function follow(order: readonly TagId[]): void {
    const waiting = order.values()
    const isIn = new Set(order)
    tags.reorder(tags.list().map(({ id }) => (isIn.has(id) ? waiting.next().value! : id)))
    tags.reorder(tags.list().map(({ id }) => id))
  }

  /** Puts a tag under the one it stands under in the file, unless that is below it here. */
  function stand(tag: Data.Tag): void {
    const id = entered.get(tag.id)!
    const parentId = tag.parent === null ? null : (entered.get(tag.parent) ?? null)
    for (let above = parentId; above !== null; above = tags.entry(above).parentId) if (above === id) return
    tags.update(id, { parentId })
  }
}

function enterLinkTypes(
  { repositories: { linkTypes }, newUid }: OpenProject,
  mine: CodebookData,
  theirs: CodebookData,
  takeOf: (id: string) => Take,
): { added: number; changed: number } {
  const rows = new Map(linkTypes.list().map(({ uid, id }) => [uid, id]))
  const { linkTypes: matches } = matchesOf(mine, theirs)
  let [added, changed] = [0, 0]
  for (const type of theirs.linkTypes) {
    const take = takeOf(type.id)
    const there = matches.get(type.id)
    const { id: _, name, ...rest } = type
    if (take === 'mine') continue
    if (there && take === 'theirs') {
      linkTypes.update(rows.get(there.id) as LinkTypeId, { name, ...rest })
      changed += 1
    } else {
      const all = linkTypes.list()
      const uid = all.every((one) => one.uid !== type.id) ? type.id : newUid()
      const unused = unusedName(name, new Set(all.map((one) => one.name)), there !== undefined)
      linkTypes.insert({ ...rest, uid, name: unused })
      added += 1
    }
  }
  return { added, changed }
}

/** Made up by a reader where the file has none. */
const isUsable = (id: string) => !/^(row|code) \d+$/.test(id)

/** Of two that stand side by side the one that comes gets a number. */
function unusedName(name: string, taken: ReadonlySet<string>, isBeside: boolean): string {
  if (!isBeside) return name
  for (let number = 2; ; number += 1) if (!taken.has(`${name} (${number})`)) return `${name} (${number})`
}
