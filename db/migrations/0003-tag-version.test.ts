import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

const image = `{"id":1,"uid":"claim","name":"Cl\u00e4im \\"x\\" 😀"}`

/** A project of the version before, with one tag, two annotations and a step that made the tag and changed one. */
function before() {
  const database = new Database(':memory:')
  migrate(
    database,
    migrations.filter(({ version }) => version < 3),
  )
  database.exec(`
    INSERT INTO annotator (uid, name) VALUES ('ada', 'Ada');
    INSERT INTO tag (uid, name, role, color, position) VALUES ('claim', 'Claim', 'claim', '#2563eb', 1);
    INSERT INTO document (uid, title, status, position, present, imported) VALUES ('d', 'D', 'to-do', 1, 1, '');
    INSERT INTO annotation (uid, document_id, annotator_id, tag_id, note, created) VALUES
      ('a', 1, 1, 1, 'first', ''), ('b', 1, 1, 1, '', '');
    INSERT INTO step (label, who, at) VALUES ('add tag', 'Ada', '');
  `)
  const log = database.prepare(
    `INSERT INTO change (step_id, table_name, row_id, before, after) VALUES (1, ?, 1, ?, ?)`,
  )
  log.run('tag', null, image)
  log.run('annotation', '{"id":1,"confidence":0.30000000000000004}', null)
  log.run('claim', null, image)
  return database
}

test('every tag and annotation begins with the first version, in the history too', () => {
  const database = before()
  migrate(
    database,
    migrations.filter(({ version }) => version <= 3),
  )
  expect(database.prepare(`SELECT uid, name, version FROM tag`).all()).toEqual([
    { uid: 'claim', name: 'Claim', version: 1 },
  ])
  expect(database.prepare(`SELECT uid, note, tag_version AS version FROM annotation`).all()).toEqual([
    { uid: 'a', note: 'first', version: 1 },
    { uid: 'b', note: '', version: 1 },
  ])
  expect(database.prepare(`SELECT count(*) FROM tag_version`).pluck().get()).toBe(0)
  expect(database.prepare(`SELECT before, after FROM change ORDER BY id`).all()).toEqual([
    { before: null, after: image.replace(/}$/, ',"version":1}') },
    { before: '{"id":1,"confidence":0.30000000000000004,"tag_version":1}', after: null },
    { before: null, after: image },
  ])
})
