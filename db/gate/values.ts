import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AttributeValues } from '../../preload/contract/annotation.ts'
import { Check, Subject } from '../../preload/contract/doctor.ts'
import { Metadata } from '../../preload/contract/document.ts'
import { SearchAsked } from '../../preload/contract/search.ts'
import { AttributeDefinition, Color, Role } from '../../preload/contract/tag.ts'
import { WorkListAsked } from '../../preload/contract/work-list.ts'
import { json } from './json.ts'

const Roles = z.array(Role)
const Words = z.array(z.string())

/** The columns whose values are more than their type says, with what they must be; a number is the version they came with. */
const columns: readonly (readonly [table: string, column: string, schema: z.ZodType, since?: number])[] = [
  ['tag', 'color', Color],
  ['tag', 'key', z.string().regex(/^\S?$/u)],
  ['tag', 'examples', json(Words)],
  ['tag', 'attributes', json(z.array(AttributeDefinition))],
  ['tag_version', 'attributes', json(z.array(AttributeDefinition)), 3],
  ['cue_list', 'denial', json(Words), 4],
  ['cue_list', 'contrast', json(Words), 4],
  ['link_type', 'color', Color],
  ['link_type', 'source_roles', json(Roles)],
  ['link_type', 'target_roles', json(Roles)],
  ['speaker', 'variants', json(Words)],
  ['document', 'metadata', json(Metadata)],
  ['annotation', 'attributes', json(AttributeValues)],
  ['saved_search', 'asked', json(SearchAsked), 5],
  ['saved_list', 'asked', json(WorkListAsked), 8],
  ['intended_finding', 'check_name', Check, 10],
  ['intended_finding', 'subject', Subject, 10],
]

const named = [
  'project',
  'annotator',
  'speaker',
  'tag',
  'link_type',
  'document',
  'claim',
  'annotation',
  'link',
  'memo',
]

/** Values that the program never writes. */
export function* valueProblems(database: Database): Generator<string> {
  const projects = database.prepare<[], number>(`SELECT count(*) FROM project`).pluck().get()
  if (projects !== 1) yield `There are ${projects} rows that name the project, where there should be one.`

  for (const table of named) {
    const count = database.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE uid = ''`).pluck().get()
    if (count) yield `${count} rows of ${table} have no id.`
    yield* idsReadAlike(database, table)
  }
  for (const [table, column] of [
    ['annotation', 'confidence'],
    ['link', 'strength'],
  ]) {
    const outside = database
      .prepare<[], number>(
        `SELECT id FROM ${table} WHERE ${column} IS NOT NULL AND NOT ${column} BETWEEN 0 AND 1`,
      )
      .pluck()
    for (const id of outside.iterate()) yield `The ${column} of ${table} ${id} is not between 0 and 1.`
  }
  const version = database.pragma('user_version', { simple: true }) as number
  for (const [table, column, schema, since = 1] of columns) {
    // A file of an older version is looked through before it is brought up to date.
    if (version < since) continue
    const isRight = (value: string) => schema.safeParse(value).success
    // Most rows repeat a few values.
    const different = database.prepare<[], string>(`SELECT DISTINCT ${column} FROM ${table}`).pluck()
    if (all(different.iterate(), isRight)) continue
    // By row and not by value: bytes that are no UTF-8 are not found again by what was read of them.
    const isGood = remembered(isRight)
    const rows = database.prepare<[], [number, string]>(`SELECT id, ${column} FROM ${table}`).raw()
    for (const [id, value] of rows.iterate())
      if (!isGood(value)) yield `The ${column} of ${table} ${id} cannot be understood.`
  }
}

/** Ids whose bytes are no UTF-8 differ in the file and not where they are read. */
function* idsReadAlike(database: Database, table: string): Generator<string> {
  const notAscii = database.prepare<[], string>(`SELECT uid FROM ${table} WHERE uid GLOB '*[^ -~]*'`).pluck()
  const damaged = notAscii.all().filter((uid) => uid.includes('\ufffd'))
  const alike = damaged.length - new Set(damaged).size
  if (alike > 0) yield `${table}: ${alike} of its ids cannot be told from others.`
}

function all<T>(things: Iterable<T>, holds: (thing: T) => boolean): boolean {
  for (const thing of things) if (!holds(thing)) return false
  return true
}

function remembered(holds: (value: string) => boolean): (value: string) => boolean {
  const known = new Map<string, boolean>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const now = holds(value)
    known.set(value, now)
    return now
  }
}
