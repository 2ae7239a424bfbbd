import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { takeOwnership } from './owner.ts'
import { testFolder } from './testing/folder.ts'

const file = testFolder()
const now = Date.parse('2026-01-05T10:00:00.000Z')
const claimant = { user: 'Ben', token: 'ours', nowMs: () => now }

function owned(name: string, by: { machine: string; pid: number; ageMs: number }): string {
  const path = file(name)
  const refreshed = new Date(now - by.ageMs).toISOString()
  const { machine, pid } = by
  writeFileSync(`${path}.owner`, JSON.stringify({ user: 'Ada', token: 'theirs', machine, pid, refreshed }))
  return path
}

test('whoever comes first has it, and leaves no mark when done', () => {
  const path = file('first')
  const ownership = takeOwnership(path, claimant)
  expect(ownership.other).toBeUndefined()
  expect(JSON.parse(readFileSync(`${path}.owner`, 'utf8'))).toMatchObject({
    user: 'Ben',
    machine: hostname(),
  })
  ownership.release()
  expect(existsSync(`${path}.owner`)).toBe(false)
})

test('somebody at work on another computer keeps it', () => {
  const path = owned('far', { machine: 'elsewhere', pid: process.pid, ageMs: 60_000 })
  const ownership = takeOwnership(path, claimant)
  expect(ownership.other).toMatchObject({ user: 'Ada', machine: 'elsewhere' })
  ownership.release()
  expect(readFileSync(`${path}.owner`, 'utf8')).toContain('theirs')
})

test('a running process of this computer keeps it', () => {
  const path = owned('near', { machine: hostname(), pid: process.ppid, ageMs: 60_000 })
  expect(takeOwnership(path, claimant).other).toMatchObject({ user: 'Ada' })
})

test.each([
  ['has said nothing for two minutes', { machine: 'elsewhere', pid: 1, ageMs: 121_000 }],
  ['has a clock far ahead', { machine: 'elsewhere', pid: 1, ageMs: -3_600_000 }],
  ['was a process that has ended', { machine: hostname(), pid: 2 ** 22 + 1, ageMs: 1000 }],
  ['was an earlier process of our number', { machine: hostname(), pid: process.pid, ageMs: 1000 }],
])('it is free when its owner %s', (name, by) => {
  const path = owned(name, by)
  const ownership = takeOwnership(path, claimant)
  expect(ownership.other).toBeUndefined()
  expect(readFileSync(`${path}.owner`, 'utf8')).toContain('ours')
  ownership.release()
})

test('a mark that cannot be understood counts until it is old', () => {
  const path = file('garbled')
  writeFileSync(`${path}.owner`, '{"user":')
  expect(takeOwnership(path, { ...claimant, nowMs: Date.now }).other).toMatchObject({ user: 'Somebody' })
  expect(takeOwnership(path, { ...claimant, nowMs: () => Date.now() + 200_000 }).other).toBeUndefined()
})
