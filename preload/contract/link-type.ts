import { z } from 'zod'
import { LinkTypeId } from './ids.ts'
import { Color, Role } from './tag.ts'

/** A kind of link. An empty list of roles allows any tag at that end. A symmetric type reads the same from both ends. */
export const LinkType = z.object({
  id: LinkTypeId,
  uid: z.string(),
  name: z.string(),
  symmetric: z.boolean(),
  color: Color,
  sourceRoles: z.array(Role),
  targetRoles: z.array(Role),
  /** Links that have it. */
  uses: z.int().nonnegative(),
})
export type LinkType = z.infer<typeof LinkType>

/** The types every new project starts with; the uid is the same in every project. */
export const standardLinkTypes = [
  {
    uid: 'rebuts',
    name: 'rebuts',
    symmetric: false,
    color: '#c1272d',
    sourceRoles: ['rebuttal', 'claim'],
    targetRoles: ['claim', 'rebuttal'],
  },
  {
    uid: 'undercuts',
    name: 'undercuts',
    symmetric: false,
    color: '#870037',
    sourceRoles: ['rebuttal', 'claim', 'premise'],
    targetRoles: [],
  },
  {
    uid: 'undermines',
    name: 'undermines',
    symmetric: false,
    color: '#a96b00',
    sourceRoles: ['rebuttal', 'claim'],
    targetRoles: ['premise'],
  },
  {
    uid: 'counter-claim',
    name: 'counter-claim of',
    symmetric: true,
    color: '#561462',
    sourceRoles: ['claim', 'rebuttal'],
    targetRoles: ['claim', 'rebuttal'],
  },
  {
    uid: 'supports',
    name: 'supports',
    symmetric: false,
    color: '#00906b',
    sourceRoles: ['premise', 'claim', 'rebuttal'],
    targetRoles: ['claim', 'premise', 'rebuttal'],
  },
  { uid: 'restates', name: 'restates', symmetric: true, color: '#2563eb', sourceRoles: [], targetRoles: [] },
  { uid: 'concedes', name: 'concedes', symmetric: false, color: '#3b3a9e', sourceRoles: [], targetRoles: [] },
  {
    uid: 'qualifies',
    name: 'qualifies',
    symmetric: false,
    color: '#005a67',
    sourceRoles: [],
    targetRoles: [],
  },
] as const

const against: readonly string[] = ['rebuts', 'undercuts', 'undermines', 'counter-claim']
const standard: readonly string[] = standardLinkTypes.map((type) => type.uid)

/** Whether a link of this type answers its target: the standard attacks, and the user’s own types that rebuttals make. */
export function isAgainst(type: Pick<LinkType, 'uid' | 'sourceRoles'>): boolean {
  return standard.includes(type.uid) ? against.includes(type.uid) : type.sourceRoles.includes('rebuttal')
}

/** Whether a link of this type speaks for its target: `supports`, and the user’s own types that only premises make. */
export function isFor(type: Pick<LinkType, 'uid' | 'sourceRoles'>): boolean {
  if (standard.includes(type.uid)) return type.uid === 'supports'
  return type.sourceRoles.length > 0 && type.sourceRoles.every((role) => role === 'premise')
}

/**
 * The letter that chooses each type: the first letter of its name that no earlier type has taken, else a digit.
 * Letters follow from the order and the names, so that they need not be kept.
 */
export function lettersOf(types: readonly Pick<LinkType, 'id' | 'name'>[]): Map<LinkTypeId, string> {
  const letters = new Map<LinkTypeId, string>()
  const taken = new Set<string>()
  for (const type of types) {
    const candidates = [...type.name.toLowerCase().replace(/[^\p{L}]/gu, ''), ...'123456789']
    const letter = candidates.find((candidate) => !taken.has(candidate))
    if (letter === undefined) continue
    taken.add(letter)
    letters.set(type.id, letter)
  }
  return letters
}

const editable = {
  name: z.string().trim().min(1, 'a link type needs a name').max(200),
  symmetric: z.boolean(),
  color: Color,
  sourceRoles: z.array(Role),
  targetRoles: z.array(Role),
}

export const linkType = {
  /** In the order they were made. */
  list: { input: z.void(), output: z.array(LinkType) },
  create: { input: z.object(editable).partial().required({ name: true }), output: LinkType },
  update: { input: z.object({ id: LinkTypeId, change: z.object(editable).partial() }), output: LinkType },
  /** Its links go with it, or get the type `replacement`. */
  delete: {
    input: z.object({
      id: LinkTypeId,
      links: z.enum(['delete', 'retype']),
      replacement: LinkTypeId.nullable(),
    }),
    output: z.void(),
  },
} as const
