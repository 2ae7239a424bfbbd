import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { jsonRows } from './json-rows.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rows-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('puts long lines together, numbers them and tells those that are no object', async () => {
  const long = 'é\u2028'.repeat(200_000)
  const path = join(folder, 'rows.jsonl')
  writeFileSync(path, `${JSON.stringify({ long })}\n[]\n\n${JSON.stringify({ end: long })}`)
  const rows = []
  for await (const row of jsonRows(path)) rows.push(row)
  expect(rows).toEqual([
    [{ long }, 1],
    [null, 2],
    [null, 3],
    [{ end: long }, 4],
  ])
})
