import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connect } from './connect.ts'
import { readSteadily } from './read-steadily.ts'

let folder: string
let writer: Database
let reader: Database
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-steady-'))
  const path = join(folder, 'a.sqlite')
  writer = connect(path)
  writer.exec(
    'CREATE TABLE one (x); CREATE TABLE other (x); INSERT INTO one VALUES (1); INSERT INTO other VALUES (1)',
  )
  reader = connect(path, { readOnly: true })
  // Nobody waits for anybody here: both are of one thread.
  writer.pragma('busy_timeout = 0')
})
afterEach(() => {
  reader.close()
  writer.close()
  rmSync(folder, { recursive: true })
})

const valueIn = (table: 'one' | 'other'): unknown => reader.prepare(`SELECT x FROM ${table}`).pluck().get()
const write = (): unknown => writer.exec('UPDATE one SET x = x + 1; UPDATE other SET x = x + 1')

/** Longer than nobody may be let in. */
function passTime(): void {
  const end = performance.now() + 30
  while (performance.now() < end);
}

it('reads one state, and keeps others out between pauses alone', () => {
  const read = readSteadily(reader, (pause) => {
    const one = valueIn('one')
    expect(write).toThrow('locked')
    passTime()
    pause()
    return [one, valueIn('other')]
  })
  expect(read).toEqual([1, 1])
  expect(write).not.toThrow()
})

it('begins anew where something was written, and keeps everybody out at last', () => {
  let begun = 0
  const read = readSteadily(reader, (pause) => {
    begun += 1
    const one = valueIn('one')
    passTime()
    // Whoever waits for the file gets it while it pauses.
    const { exec } = reader
    reader.exec = (sql) => {
      const done = exec.call(reader, sql)
      if (sql === 'COMMIT') write()
      return done
    }
    try {
      pause()
    } finally {
      reader.exec = exec
    }
    return [one, valueIn('other')]
  })
  expect(read).toEqual([4, 4])
  expect(begun).toBe(4)
})
