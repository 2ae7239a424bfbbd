import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

test('texts of an earlier version get their number of words, and stay as they were', () => {
  const database = new Database(':memory:')
  migrate(database, migrations.slice(0, 1))
  const insert = database.prepare(
    `INSERT INTO revision (id, document_id, number, length, text_sha256, source_name, source_media_type,
       source_sha256, created, blocks, text) VALUES (?, 1, ?, ?, '', '', '', '', '', '[]', ?)`,
  )
  database.exec('BEGIN')
  database.exec(
    `INSERT INTO document (id, uid, title, status, position, revision_id, present, imported)
     VALUES (1, 'd', 'D', 'done', 1, 7, 1, '')`,
  )
  insert.run(3, 1, 0, '')
  insert.run(7, 2, 24, 'The tram, at last, runs.')
  database.exec('COMMIT')
  const before = database.prepare(`SELECT * FROM revision ORDER BY id`).all()

  migrate(database, migrations.slice(0, 2))
  expect(database.prepare(`SELECT * FROM word_count ORDER BY revision_id`).all()).toEqual([
    { revision_id: 3, words: 0 },
    { revision_id: 7, words: 5 },
  ])
  expect(database.prepare(`SELECT * FROM revision ORDER BY id`).all()).toEqual(before)
  expect(database.pragma('foreign_key_check')).toEqual([])
})
