import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { closeDurably, connect } from './connect.ts'
import { applicationId } from './file-format.ts'
import { latestVersion, migrations } from './migrations/index.ts'
import { migrate } from './migrations/migrate.ts'
import { openProject } from './open.ts'
import { hashOf } from './repositories/revisions.ts'
import { bytesOf, testFolder } from './testing/folder.ts'

const file = testFolder()
let count = 0
const text = 'Nobody will lose a garden.'

/** A project file as an earlier version of the program left it, with one annotated document. */
function fileOfVersion(version: number): string {
  count += 1
  const path = file(`version-${version}-${count}.rejoinder`)
  const database = connect(path)
  migrate(database, migrations.slice(0, 1))
  database.pragma(`application_id = ${applicationId}`)
  const blocks = JSON.stringify([{ kind: 'paragraph', start: 0, end: text.length }])
  database.exec(`
    INSERT INTO project (id, uid, name, created) VALUES (1, 'p', 'Old', '2026-01-05T10:00:00.000Z');
    INSERT INTO annotator (uid, name) VALUES ('ada', 'Ada');
    INSERT INTO tag (uid, name, role, color, position) VALUES ('claim', 'Claim', 'claim', '#2563eb', 1);
    INSERT INTO document (uid, title, status, position, present, imported)
      VALUES ('d', 'Statement', 'to-do', 1, 1, '2026-01-05T10:00:00.000Z');
    INSERT INTO revision (document_id, number, length, text_sha256, source_name, source_media_type, source_sha256,
      created, blocks, text) VALUES (1, 1, ${text.length}, '${hashOf(text)}', 'a.txt', 'text/plain', '${hashOf(text)}',
      '2026-01-05T10:00:00.000Z', '${blocks}', '${text}');
    UPDATE document SET revision_id = 1;
    INSERT INTO annotation (uid, document_id, annotator_id, tag_id, note, created)
      VALUES ('a', 1, 1, 1, 'kept', '2026-01-05T10:00:00.000Z');
    INSERT INTO span (annotation_id, document_id, position, start, "end", quote, prefix, suffix)
      VALUES (1, 1, 0, 0, 6, 'Nobody', '', '${text.slice(6)}');
  `)
  migrate(database, migrations.slice(0, version))
  closeDurably(database)
  return path
}

for (const { version } of migrations.filter((migration) => migration.version < latestVersion)) {
  test(`a file of version ${version} opens with all that is in it, and a copy is kept`, () => {
    const path = fileOfVersion(version)
    const project = openProject(path, { backupsFolder: file(`backups-${version}`) })
    expect(project.readOnly).toBe('')
    expect(project.repositories.annotations.get(1 as never)).toMatchObject({
      note: 'kept',
      quote: ['Nobody'],
    })
    project.close()
    expect(existsSync(file(`backups-${version}`))).toBe(true)
    expect(openProject(path).close()).toBe(undefined)
  })
}

test('a file of an older version that cannot be written is left as it is, and why is said', () => {
  const path = fileOfVersion(1)
  const before = bytesOf(path)
  expect(() => openProject(path)).toThrow(/older version/)
  expect(bytesOf(path)).toBe(before)
})
