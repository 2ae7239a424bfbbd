import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { createProject } from './create-project.ts'
import { openProject } from './open.ts'
import { addDocument } from './testing/documents.ts'
import { bytesOf, testFolder } from './testing/folder.ts'
import { runScript } from './testing/other-process.ts'

const file = testFolder()
let sound: string

beforeAll(() => {
  sound = file('sound.rejoinder')
  const project = createProject(sound)
  const documentId = addDocument(project, 'The tram pays for itself 😀.\nIt never has.')
  const { annotations, annotators, tags } = project.repositories
  project.history.record('tag as Claim', () => {
    const annotatorId = annotators.insert({ uid: 'a', name: 'Ada' })
    const [tag] = tags.list()
    const common = { documentId, annotatorId, tagId: tag!.id, created: project.now() }
    annotations.insert({
      ...common,
      uid: 'n',
      spans: [
        { start: 4, end: 8 },
        { start: 9, end: 13 },
      ],
    })
  })
  project.close()
})

/** A copy of the sound project, changed by hand the way no version of the program would. */
function damaged(name: string, sql: string): string {
  const path = file(name)
  copyFileSync(sound, path)
  const database = new Database(path)
  database.unsafeMode()
  database.pragma('foreign_keys = OFF')
  database.pragma('ignore_check_constraints = ON')
  database.exec(sql)
  database.close()
  return path
}

function withBytes(name: string, change: (bytes: Buffer) => Buffer): string {
  const path = file(name)
  writeFileSync(path, change(readFileSync(sound)))
  return path
}

function write(path: string, content: string | Buffer): string {
  writeFileSync(path, content)
  return path
}

function folder(name: string): string {
  mkdirSync(file(name))
  return file(name)
}

function otherDatabase(): string {
  const database = new Database(file('birds.rejoinder'))
  database.exec('CREATE TABLE bird (name TEXT)')
  database.close()
  return file('birds.rejoinder')
}

function inverted(bytes: Buffer, from: number, to: number): Buffer {
  return Buffer.from(bytes.map((byte, at) => (at >= from && at < to ? ~byte & 0xff : byte)))
}

test.each([
  ['an empty file', 'not-a-project', /empty/, () => write(file('empty.rejoinder'), '')],
  [
    'a text',
    'not-a-project',
    /another kind of file/,
    () => write(file('t.rejoinder'), 'Dear diary, '.repeat(50)),
  ],
  ['a folder', 'not-a-project', /folder/, () => folder('f.rejoinder')],
  ['a database of another program', 'not-a-project', /another program/, otherDatabase],
  ['nothing at all', 'unreadable', /no file at/, () => file('gone.rejoinder')],
  [
    'a newer version',
    'newer-version',
    /newer version.*file version 99/,
    () => damaged('newer.rejoinder', 'PRAGMA user_version = 99'),
  ],
  [
    'a file cut short',
    'damaged',
    /end of this project file is missing/,
    () => withBytes('cut.rejoinder', (bytes) => bytes.subarray(0, bytes.length - 5000)),
  ],
  [
    'a file with a ruined page',
    'damaged',
    /damaged/,
    () => withBytes('page.rejoinder', (bytes) => inverted(bytes, 8192, 8192 + 400)),
  ],
  [
    'a ruined header',
    'damaged',
    /beginning .* damaged/,
    () => withBytes('header.rejoinder', (bytes) => inverted(bytes, 16, 20)),
  ],
  [
    'a kind of database that SQLite does not know',
    'damaged',
    /beginning .* damaged/,
    () => withBytes('format.rejoinder', (bytes) => inverted(Buffer.from(bytes), 44, 48)),
  ],
  [
    'a trigger of somebody else',
    'damaged',
    /trigger spy/,
    () =>
      damaged('spy.rejoinder', `CREATE TRIGGER spy AFTER INSERT ON tag BEGIN DELETE FROM annotation; END`),
  ],
  [
    'a view of somebody else',
    'damaged',
    /view peek/,
    () => damaged('view.rejoinder', 'CREATE VIEW peek AS SELECT 1'),
  ],
  [
    'a missing index',
    'damaged',
    /lacks index span_by_document/,
    () => damaged('index.rejoinder', 'DROP INDEX span_by_document'),
  ],
  [
    'a changed text',
    'damaged',
    /not as it was imported/,
    () => damaged('text.rejoinder', `UPDATE revision SET text = replace(text, 'tram', 'road')`),
  ],
  [
    'a shifted span',
    'damaged',
    /words of annotation/,
    () => damaged('shift.rejoinder', `UPDATE span SET start = start + 1 WHERE position = 1`),
  ],
  [
    'a span beyond the text',
    'damaged',
    /leaves the text/,
    () => damaged('beyond.rejoinder', `UPDATE span SET "end" = 4000 WHERE position = 1`),
  ],
  [
    'a span in half an emoji',
    'damaged',
    /splits a character/,
    () => damaged('half.rejoinder', `UPDATE span SET "end" = 26 WHERE position = 1`),
  ],
  [
    'a negative span',
    'damaged',
    /CHECK constraint/,
    () => damaged('negative.rejoinder', `UPDATE span SET start = -1`),
  ],
  [
    'an annotation without a span',
    'damaged',
    /has no span/,
    () => damaged('spanless.rejoinder', `DELETE FROM span`),
  ],
  [
    'an annotation of nobody',
    'damaged',
    /refers to a annotator/,
    () => damaged('nobody.rejoinder', `DELETE FROM annotator`),
  ],
  [
    'a colour that is none',
    'damaged',
    /color of tag 1/,
    () => damaged('color.rejoinder', `UPDATE tag SET color = 'url(x)' WHERE id = 1`),
  ],
  [
    'attributes of another shape',
    'damaged',
    /attributes of annotation/,
    () => damaged('json.rejoinder', `UPDATE annotation SET attributes = '[[1]]'`),
  ],
  [
    'a colour with a byte that is no UTF-8',
    'damaged',
    /color of tag 1/,
    () => damaged('color-bytes.rejoinder', `UPDATE tag SET color = CAST(X'23ff' AS TEXT) WHERE id = 1`),
  ],
  [
    'attributes of a tag with a byte that is no UTF-8',
    'damaged',
    /attributes of tag 1/,
    () =>
      damaged('tag-bytes.rejoinder', `UPDATE tag SET attributes = CAST(X'5b22ff225d' AS TEXT) WHERE id = 1`),
  ],
  [
    'roles of a link type with a byte that is no UTF-8',
    'damaged',
    /source_roles of link_type 1/,
    () =>
      damaged(
        'role-bytes.rejoinder',
        `UPDATE link_type SET source_roles = CAST(X'5b22ff225d' AS TEXT) WHERE id = 1`,
      ),
  ],
  [
    'ids that are read alike',
    'damaged',
    /tag: 1 of its ids cannot be told/,
    () =>
      damaged('alike.rejoinder', `UPDATE tag SET uid = CAST(iif(id = 1, X'fe', X'ff') AS TEXT) WHERE id < 3`),
  ],
  [
    'a row of a number that cannot be counted on from',
    'damaged',
    /rows of claim are not numbered/,
    () =>
      damaged(
        'row.rejoinder',
        `INSERT INTO claim (id, uid, statement, created) VALUES (9223372036854775807, 'c', '', '')`,
      ),
  ],
  [
    'a table that has come to its end',
    'damaged',
    /rows of tag are not numbered/,
    () =>
      damaged(
        'sequence.rejoinder',
        `UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'tag'`,
      ),
  ],
  ['two project rows', 'damaged', /./, () => damaged('two.rejoinder', `DELETE FROM project`)],
  [
    'tags under each other',
    'damaged',
    /stands under itself/,
    () => damaged('circle.rejoinder', `UPDATE tag SET parent_id = 3 - id WHERE id < 3`),
  ],
  [
    'tags in thousands of levels',
    'damaged',
    /Tag \d+ stands below more than 999 others/,
    () =>
      damaged(
        'levels.rejoinder',
        `INSERT INTO tag (id, uid, name, role, color, parent_id, position)
         WITH RECURSIVE level (at) AS (SELECT 101 UNION ALL SELECT at + 1 FROM level LIMIT 2000)
         SELECT at, 'deep' || at, 'Deep', 'none', '#2563eb', iif(at = 101, NULL, at - 1), at FROM level`,
      ),
  ],
  [
    'a note longer than anybody writes',
    'damaged',
    /Row 1 of annotation is too long to be read/,
    () => damaged('note.rejoinder', `UPDATE annotation SET note = printf('%70000000s', '')`),
  ],
])('%s is refused with its reason and stays as it is', (_, code, message, make) => {
  const path = make()
  const before = code === 'unreadable' || path.endsWith('f.rejoinder') ? '' : bytesOf(path)
  expect(() => openProject(path)).toThrow(
    expect.objectContaining({ code, message: expect.stringMatching(message) }),
  )
  if (before !== '') expect(bytesOf(path)).toBe(before)
  const name = path.split('/').at(-1)!
  expect(readdirSync(join(path, '..')).filter((other) => other.startsWith(name) && other !== name)).toEqual(
    [],
  )
})

/** Large enough to be looked through by two threads. */
const large = (name: string, sql: string): string =>
  damaged(name, `${sql}; INSERT INTO original (bytes, sha256) VALUES (zeroblob(20000000), 'x')`)

test('a large file is refused for the same reasons, damage before what may come of it', () => {
  const shifted = large('shifted.rejoinder', `UPDATE span SET start = start + 1 WHERE position = 1`)
  expect(() => openProject(shifted)).toThrow(/^This project file is damaged. The words of annotation/)
  const nobody = large('no-annotator.rejoinder', `DELETE FROM annotator`)
  expect(() => openProject(nobody)).toThrow(/refers to a annotator/)
  const bytes = readFileSync(nobody)
  // How many free pages there are.
  bytes.writeUInt32BE(7, 36)
  expect(() => openProject(write(file('free.rejoinder'), bytes))).toThrow(/SQLite: .*\nFreelist/)
  openProject(large('large.rejoinder', `SELECT 1`)).close()
})

test('a sidecar of another program is refused by name and left alone', () => {
  for (const ending of ['-wal', '-shm', '-journal']) {
    const path = file(`beside${ending}.rejoinder`)
    copyFileSync(sound, path)
    writeFileSync(path + ending, 'somebody else’s work')
    const before = bytesOf(path)
    expect(() => openProject(path)).toThrow(
      new RegExp(`beside${ending}.rejoinder${ending}.*Move that file away`),
    )
    expect(bytesOf(path)).toBe(before)
    expect(readFileSync(path + ending, 'utf8')).toBe('somebody else’s work')
  }
})

test('a journal that would cut the file to another size is refused and left alone', () => {
  const path = file('cutting.rejoinder')
  copyFileSync(sound, path)
  const journal = Buffer.alloc(600)
  journal.write('d9d505f920a163d7', 'hex')
  journal.writeUInt32BE(0xffffffff, 8)
  journal.writeUInt32BE(512, 20)
  journal.writeUInt32BE(readFileSync(sound).readUInt16BE(16), 24)
  for (const pages of [0, 5]) {
    journal.writeUInt32BE(pages, 16)
    writeFileSync(`${path}-journal`, journal)
    const before = bytesOf(path)
    expect(() => openProject(path)).toThrow(/journal”, which does not belong to it/)
    expect(bytesOf(path)).toBe(before)
  }
  rmSync(`${path}-journal`)
  mkdirSync(`${path}-journal`)
  expect(() => openProject(path)).toThrow(/journal”, which does not belong to it/)
})

test('a project that is open already opens for reading and says so', () => {
  const first = openProject(sound)
  const second = openProject(sound)
  expect(second.readOnly).toMatch(/already open/)
  expect(second.repositories.documents.list()).toHaveLength(1)
  expect(() =>
    second.history.record('rename', () => second.repositories.project.update({ name: 'x' })),
  ).toThrow(expect.objectContaining({ code: 'read-only' }))
  second.close()
  first.history.record('rename', () => first.repositories.project.update({ name: 'still ours' }))
  first.close()
})

// Root may write everywhere, so a less privileged process has to try, if it can reach this file at all.
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
const canReach = spawnSync('test', ['-r', import.meta.filename], nobody).status === 0

test.skipIf(!canReach)(
  'a read-only file or folder opens for reading and says so',
  { timeout: 60_000 },
  () => {
    const shelf = folder('shelf')
    const path = join(shelf, 'shelf.rejoinder')
    copyFileSync(sound, path)
    const before = bytesOf(path)
    chmodSync(join(shelf, '..'), 0o755)
    for (const [mode, folderMode] of [
      [0o444, 0o777],
      [0o666, 0o555],
    ] as const) {
      chmodSync(path, mode)
      chmodSync(shelf, folderMode)
      const script = `
      import { openProject } from '${import.meta.dirname}/open.ts'
      const project = openProject(${JSON.stringify(path)})
      console.log(JSON.stringify([project.readOnly, project.repositories.documents.list().length]))
      project.close()`
      const { stdout, stderr } = runScript(script, nobody)
      expect([stderr, stdout]).toEqual([
        '',
        expect.stringMatching(/^\["The file or its folder is read-only.*",1\]\n$/),
      ])
      expect(bytesOf(path)).toBe(before)
    }
  },
)
