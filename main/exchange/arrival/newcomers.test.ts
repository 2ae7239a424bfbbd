import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readInThread } from './read-in-thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'newcomers-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** One text with so many tags, in the way of doccano. */
function fileWith(tags: number): string {
  const path = join(folder, `${tags}.jsonl`)
  const label = Array.from({ length: tags }, (_, n) => [0, 3, `Tag ${n}`])
  writeFileSync(path, JSON.stringify({ text: 'The tram pays.', label }))
  return path
}

test('as many tags come in as a person can have, and no more', async () => {
  const { arriving, close } = await readInThread(fileWith(10_000), { format: null, refused: [] })
  expect(arriving.tags).toHaveLength(10_000)
  close()
  await expect(readInThread(fileWith(10_001), { format: null, refused: [] })).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/^This names 10,001 different tags, and no more than 10,000 come in/),
  })
})
