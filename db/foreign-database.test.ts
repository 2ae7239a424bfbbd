import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { rowsOf, withForeignDatabase } from './foreign-database.ts'

function bytesOf(sql: string): Buffer {
  const database = new Database(':memory:')
  database.exec(sql)
  const bytes = database.serialize()
  database.close()
  return bytes
}

describe('a database of another program', () => {
  it('is read from its bytes and cannot be written', () => {
    const bytes = bytesOf(`CREATE TABLE a (x, y); INSERT INTO a VALUES (2, 'b'), (1, 'a')`)
    expect(withForeignDatabase(bytes, (database) => rowsOf(database, 'a', ['x', 'y']))).toEqual([
      { x: 1, y: 'a' },
      { x: 2, y: 'b' },
    ])
    expect(() => withForeignDatabase(bytes, (database) => database.exec('DELETE FROM a'))).toThrow('damaged')
  })

  it('is read although it wants a write-ahead log', () => {
    const bytes = bytesOf('CREATE TABLE a (x); INSERT INTO a VALUES (1)')
    bytes.fill(2, 18, 20)
    expect(withForeignDatabase(bytes, (database) => rowsOf(database, 'a', ['x']))).toEqual([{ x: 1 }])
  })

  it('has no table that is missing, lacks a column or is a view', () => {
    const bytes = bytesOf('CREATE TABLE a (x); CREATE VIEW b AS SELECT x FROM a')
    const found = withForeignDatabase(bytes, (database) => [
      rowsOf(database, 'gone', ['x']),
      rowsOf(database, 'a', ['y']),
      rowsOf(database, 'b', ['x']),
    ])
    expect(found).toEqual([undefined, undefined, undefined])
  })

  it('is refused in a sentence where it is none or damaged', () => {
    const bytes = bytesOf('CREATE TABLE a (x)')
    bytes.fill(0xff, 100, 200)
    const read = (from: Uint8Array) => withForeignDatabase(from, (database) => rowsOf(database, 'a', ['x']))
    expect(() => read(bytes)).toThrow('This database is damaged')
    expect(() => read(bytes.subarray(0, 60))).toThrow('This database is damaged')
    expect(() => read(new Uint8Array(9))).toThrow('This database is damaged')
  })
})
