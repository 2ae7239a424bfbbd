import { z } from 'zod'
import { TagId } from './ids.ts'

/** What a tag means for arguments; links may be restricted to roles. */
export const Role = z.enum(['claim', 'rebuttal', 'premise', 'none'])
export type Role = z.infer<typeof Role>

export const Color = z.string().regex(/^#[0-9a-f]{6}$/, 'a colour looks like #2563eb')

/** A property that annotations of a tag may carry. `values` is for choices only. */
export const AttributeDefinition = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['choice', 'yes-no', 'number', 'text']),
  values: z.array(z.string()).default([]),
  required: z.boolean().default(false),
})
export type AttributeDefinition = z.infer<typeof AttributeDefinition>

/** An entry of the codebook. `include`: use when; `exclude`: not when. `key` is one character, or none. */
export const Tag = z.object({
  id: TagId,
  uid: z.string(),
  name: z.string(),
  role: Role,
  color: Color,
  key: z.string(),
  parentId: TagId.nullable(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  examples: z.array(z.string()),
  attributes: z.array(AttributeDefinition),
  /** Counts what it has meant: goes up when definition, use when, not when, role or attributes change after use. */
  version: z.int().positive(),
  /** Annotations that have it. */
  uses: z.int().nonnegative(),
  /** Those of them made under an earlier definition and not looked at since. */
  outdated: z.int().nonnegative(),
})
export type Tag = z.infer<typeof Tag>

export const TagName = z.string().trim().min(1, 'a tag needs a name').max(200)

/** What a tag said before it came to mean something else. */
export const TagVersion = z.object({
  number: z.int().positive(),
  name: z.string(),
  role: Role,
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  attributes: z.array(AttributeDefinition),
  /** When the next version took its place, and who made that one. */
  until: z.iso.datetime(),
  who: z.string(),
  /** Annotations made or last found right under it. */
  annotations: z.int().nonnegative(),
})
export type TagVersion = z.infer<typeof TagVersion>

const editable = {
  name: TagName,
  role: Role,
  color: Color,
  key: z.string().regex(/^\S?$/u, 'a key is a single character'),
  parentId: TagId.nullable(),
  definition: z.string(),
  include: z.string(),
  exclude: z.string(),
  examples: z.array(z.string()),
  attributes: z.array(AttributeDefinition),
}

export const tag = {
  /** The codebook in its own order, a parent before its children. */
  list: { input: z.void(), output: z.array(Tag) },

  /** What it said before, the latest first; the present version is the tag itself. */
  versions: { input: z.object({ id: TagId }), output: z.array(TagVersion) },

  /** All its annotations are right under its present definition. One step. */
  confirmAll: { input: z.object({ id: TagId }), output: z.void() },

  /** Added at the end of its siblings. What is not given gets a free colour, no key, role none. */
  create: {
    input: z
      .object({ ...editable })
      .partial()
      .required({ name: true }),
    output: Tag,
  },

  /**
   * A key that another tag has moves to this one. Where the meaning changes (definition, use when, not when, role,
   * attributes) and annotations were made under the present one, a new version begins; back at what the last
   * version said, it ends as if it had not been. Fails with `circle` when a tag would become its own ancestor. */
  update: { input: z.object({ id: TagId, change: z.object(editable).partial() }), output: Tag },

  /** Puts the tag under `parentId`, before `beforeId` or at the end. */
  move: {
    input: z.object({ id: TagId, parentId: TagId.nullable(), beforeId: TagId.nullable() }),
    output: Tag,
  },

  /** Child tags move up. Annotations go with it (their links too), or get the tag `replacement`. */
  delete: {
    input: z.object({ id: TagId, annotations: z.enum(['delete', 'retag']), replacement: TagId.nullable() }),
    output: z.void(),
  },
} as const
