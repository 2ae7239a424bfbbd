import { expect, test, vi } from 'vitest'
import { createProjectInMemory } from '../create-project.ts'
import { createLog } from '../undo/log.ts'
import { createRepositories } from './index.ts'

/** Every statement that is prepared when a project is opened, with the plan SQLite makes for it. */
function plans(): { sql: string; plan: string[] }[] {
  const { database } = createProjectInMemory()
  const prepare = vi.spyOn(database, 'prepare')
  createRepositories(database)
  createLog(database)
  const statements = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()

  return statements.map((sql) => {
    const explain = database.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    const names = [...sql.matchAll(/:(\w+)/g)].map(([, name]) => [name, null])
    const positions = Array.from(sql.matchAll(/\?/g), () => null)
    const rows = names.length > 0 ? explain.all(Object.fromEntries(names)) : explain.all(...positions)
    return { sql: sql.replace(/\s+/g, ' ').trim(), plan: rows.map(({ detail }) => detail) }
  })
}

/** What grows with the project. */
const large = /^SCAN (document|revision|annotation|span|claim|link|memo|change|step)\b/

test('what is asked about some of the project never goes through all of it', () => {
  const asked = plans().filter(({ sql }) => /[?:]/.test(sql) && !/LIKE/.test(sql))
  expect(asked.length).toBeGreaterThan(60)
  expect(asked.filter(({ plan }) => plan.some((step) => large.test(step) && !/COVERING/.test(step)))).toEqual(
    [],
  )
})

test.each([
  [
    'the documents in their order',
    /length, .* FROM document .* WHERE present = 1 ORDER BY/,
    'document_by_position',
  ],
  [
    'the order of the documents',
    /^SELECT id FROM document WHERE present = 1 ORDER BY/,
    'document_by_position',
  ],
  ['the documents in collections', /collections' IS NOT NULL ORDER BY/, 'document_by_position'],
  [
    'the spans of a document in reading order',
    /FROM span CROSS JOIN annotation ON .* WHERE span\.document_id = /,
    'span_by_document',
  ],
  [
    'the spans of an annotation',
    /FROM span WHERE annotation_id = \? ORDER BY position/,
    'span_by_annotation',
  ],
  ['what can be undone', /FROM step WHERE undone = 0 ORDER BY/, 'step_by_undone'],
  ['the changes of a step backwards', /FROM change WHERE step_id = \? AND id < \?/, 'change_by_step'],
  [
    'the passages of many documents in reading order',
    /SELECT annotation_id AS annotation, start/,
    'COVERING INDEX span_by_document',
  ],
  [
    'the same link',
    /FROM link WHERE source_annotation_id = :source_annotation_id/,
    'link_by_source_annotation',
  ],
])('%s come from an index, without sorting', (_, pattern, index) => {
  const found = plans().filter(({ sql }) => pattern.test(sql))
  expect(found).not.toEqual([])
  for (const { plan } of found) {
    expect(plan.join('\n')).toContain(index)
    expect(plan.join('\n')).not.toContain('TEMP B-TREE')
  }
})
