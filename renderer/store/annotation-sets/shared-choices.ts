/**
 * Several sets name tags, and many of them the same ones: a person says once what each is. A name that stands in several
 * sets is one newcomer here as long as each set likely means the same by it; its id is a key of its own.
 */

import { plainName } from '../../../preload/contract/alike.ts'
import type { Found, Newcomer } from '../../../preload/contract/annotation-import.ts'
import { type Choices, choiceFor, fresh, type NamedKind, namedKinds, noChoices, out } from './choices.ts'
import type { PlannedSet } from './planned-sets.ts'

const keyOf = ({ name, same }: Pick<Newcomer, 'name' | 'same'>): string =>
  JSON.stringify([plainName(name), same])

/** What the sets that come in name and the project does not know for certain, in the order in which they stand there. */
export function sharedNewcomers(sets: readonly PlannedSet[], kind: NamedKind): Newcomer[] {
  const byKey = new Map<string, Newcomer & { names: Set<string> }>()
  for (const { found, own } of sets) {
    if (found.isWhole || own) continue
    for (const one of found[kind]) {
      if (one.isKnown) continue
      const key = keyOf(one)
      const before = byKey.get(key)
      if (before) before.uses += one.uses
      else byKey.set(key, { ...one, id: key, names: new Set() })
      byKey.get(key)!.names.add(one.name)
    }
  }
  return [...byKey.values()].map(({ names, ...one }) => ({ ...one, name: [...names].join(', ') }))
}

/** What the shared choices are for one set, as far as they can be said before others came in. */
export function choicesForSet(found: Found, shared: Choices): Choices {
  return eachNewcomer(found, (kind, one) => choiceFor(shared, kind, { ...one, id: keyOf(one) }))
}

/** Something of the project that has a name. */
export interface NamedHere {
  uid: string
  name: string
}

/**
 * What to ask for when a set is brought in, after others of the same plan. `before`: as it was read when the plan was
 * made; `now`: as it was read just now. What is new and was made for an earlier set, `made`, is not made again.
 */
export function choicesAtLast(
  choices: Choices,
  { before, now }: { before: Found; now: Found },
  made: Readonly<Record<NamedKind, readonly NamedHere[]>>,
): Choices {
  if (now.isWhole) return noChoices
  return eachNewcomer(now, (kind, one) => {
    if (one.isKnown) return undefined
    const planned = before[kind].find(({ id }) => id === one.id)
    const choice = planned && !planned.isKnown ? choiceFor(choices, kind, planned) : undefined
    if (choice !== fresh) return choice
    const name = plainName(one.name)
    return made[kind].find((here) => plainName(here.name) === name)?.uid ?? fresh
  })
}

/** Undefined leaves a newcomer what it likely is. */
function eachNewcomer(found: Found, choose: (kind: NamedKind, one: Newcomer) => string | undefined): Choices {
  const tables = { tags: {}, linkTypes: {}, annotators: {} } as Record<
    NamedKind,
    Record<string, string | null>
  >
  const leaveOut = { tags: [] as string[], linkTypes: [] as string[] }
  for (const kind of namedKinds) {
    for (const one of found[kind]) {
      const choice = choose(kind, one)
      if (choice === undefined) continue
      if (choice === out && kind !== 'annotators') leaveOut[kind].push(one.id)
      else tables[kind][one.id] = choice === fresh ? null : choice
    }
  }
  return { ...tables, leaveOut }
}
