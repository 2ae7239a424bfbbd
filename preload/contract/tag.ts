import { z } from 'zod'
import { AnnotationId, DocumentId, TagId } from './ids.ts'

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

/** Tags that become one. `ids` go, `into` stays. */
const Merging = z.object({
  ids: z.array(TagId).min(1),
  into: TagId,
  /** Annotations of one annotator that come to have the same tag on the same passage: made one, or kept side by side. */
  duplicates: z.enum(['fuse', 'keep']),
  /** Whether those that get the tag shall be looked at again, as if made under an older definition. */
  lookAgain: z.boolean(),
})

/** What a merging changes. */
export const Merged = z.object({
  /** Annotations that get the tag, those that are made one with others included. */
  annotations: z.int(),
  /** Annotations that go because they are made one with another on the same passage. */
  fused: z.int(),
  /** Links that go because they tied such annotations to each other or would be there twice. */
  linksGone: z.int(),
  /** Links that come to end at a tag whose role their type does not join; they stay. */
  linksAgainstRules: z.int(),
  /** What becomes of the attributes of the tags that go: another kind under the same name is given a name of its own. */
  attributes: z.array(
    z.object({
      from: z.string(),
      name: z.string(),
      outcome: z.enum(['same', 'added', 'united', 'renamed']),
      to: z.string(),
    }),
  ),
  /** Annotations whose value of an attribute moves to another name. */
  valuesMoved: z.int(),
  /** Annotations that will be marked as made under an older definition and were not before. */
  outdated: z.int(),
  /** Tags that come to stand under the one that stays. */
  children: z.int(),
  examples: z.int(),
  memos: z.int(),
  /** The key that the tag that stays gets, or '' when it keeps its own or gets none; keys that become free. */
  key: z.string(),
  freedKeys: z.array(z.string()),
})
export type Merged = z.infer<typeof Merged>

/** What the annotations of a tag are told apart by. `metadata`: a field of their document. */
export const SplitBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('attribute'), name: z.string() }),
  z.object({ kind: z.literal('annotator') }),
  z.object({ kind: z.literal('speaker') }),
  z.object({ kind: z.literal('document') }),
  z.object({ kind: z.literal('collection') }),
  z.object({ kind: z.literal('metadata'), field: z.string() }),
])
export type SplitBy = z.infer<typeof SplitBy>

/** Annotations of a tag that say the same. `value` is the key to it; '' for those that say nothing. */
export const SplitGroup = z.object({ value: z.string(), title: z.string(), count: z.int().positive() })
export type SplitGroup = z.infer<typeof SplitGroup>

/** A tag that some of the annotations get: one that is there, or one to be made. */
const SplitTarget = z.union([z.object({ tagId: TagId }), z.object({ name: TagName })])

const Splitting = z.object({
  id: TagId,
  /** Null when the annotations are named one by one. */
  by: SplitBy.nullable(),
  /** What is named in no part stays as it is. */
  parts: z
    .array(
      z.object({
        values: z.array(z.string()).default([]),
        ids: z.array(AnnotationId).default([]),
        to: SplitTarget,
      }),
    )
    .min(1),
  /** Where tags that are made come to stand: under the tag that is split, or beside it. */
  place: z.enum(['under', 'beside']),
})

/** How many annotations each part gives its tag (in the order of the parts), and how many keep the one they have. */
export const SplitOutcome = z.object({
  parts: z.array(z.object({ tagId: TagId, name: z.string(), isNew: z.boolean(), annotations: z.int() })),
  left: z.int(),
})
export type SplitOutcome = z.infer<typeof SplitOutcome>

export const tag = {
  /** The codebook in its own order, a parent before its children. */
  list: { input: z.void(), output: z.array(Tag) },

  /** What it said before, the latest first; the present version is the tag itself. */
  versions: { input: z.object({ id: TagId }), output: z.array(TagVersion) },

  /** The first of its annotations, in project order, that was made under an earlier definition; null without any. */
  firstOutdated: {
    input: z.object({ id: TagId }),
    output: z.object({ next: z.object({ id: AnnotationId, documentId: DocumentId }).nullable() }),
  },

  /** Adds the words of an annotation, and where they stand, to the examples of its tag, unless they are there. */
  keepExample: {
    input: z.object({ annotationId: AnnotationId }),
    output: z.object({ isNew: z.boolean() }),
  },

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
   * version said, it ends as if it had not been. Fails with `circle` when a tag would become its own ancestor, with
   * `bad-input` when it would come to ask for a choice without choices. */
  update: { input: z.object({ id: TagId, change: z.object(editable).partial() }), output: Tag },

  /**
   * Puts tags under `parentId` (null: under none), before `beforeId` or at the end, in the order in which they stand in
   * the codebook. One step. What stands under one of them goes with it; one that stands under another of them is not
   * moved by itself. Fails with `circle` when one would stand under itself.
   */
  move: {
    input: z.object({
      ids: z.array(TagId).min(1),
      parentId: TagId.nullable(),
      beforeId: TagId.nullable(),
    }),
    output: z.void(),
  },

  /** Child tags move up. Annotations go with it (their links too), or get the tag `replacement`. */
  delete: {
    input: z.object({ id: TagId, annotations: z.enum(['delete', 'retag']), replacement: TagId.nullable() }),
    output: z.void(),
  },

  /**
   * Makes several tags one. The one that stays keeps its name, colour, definition and place; attributes are united,
   * examples and memos come along. One step. Tells what it has changed. Fails with `bad-input` without another tag.
   */
  merge: { input: Merging, output: Merged },
  /** What `merge` would tell, without changing anything. */
  previewMerge: { input: Merging, output: Merged },

  /** By what the annotations of a tag can be told apart: where not all say the same. */
  splitWays: {
    input: z.object({ id: TagId }),
    output: z.array(z.object({ by: SplitBy, title: z.string() })),
  },
  /** The groups that come of it, the largest first. */
  splitGroups: { input: z.object({ id: TagId, by: SplitBy }), output: z.array(SplitGroup) },
  /** The annotations of a tag in project order: for going through them one by one. */
  annotationIds: { input: z.object({ id: TagId }), output: z.array(AnnotationId) },
  /**
   * Gives annotations of one tag other tags. Tags that are made get the role, definition and attributes of the one that
   * is split, and a free colour. One step. Fails with `bad-input` where an annotation does not have the tag.
   */
  split: { input: Splitting, output: SplitOutcome },
  previewSplit: { input: Splitting, output: SplitOutcome },
} as const
