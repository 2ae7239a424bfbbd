import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { writeZip } from '../../zip/write-zip.ts'
import { sourceFiles } from '../formats/testing/source-files.ts'
import { sourceFiles as sourcesOf } from './source-files.ts'
import { unpacked } from './zip-files.ts'

it('a zip of annotations may hold a file for each of tens of thousands of texts', {
  timeout: 60_000,
}, async () => {
  const files = Array.from({ length: 20_500 }, (_, at) => [`sources/${at}.txt`, Buffer.from(`Tram ${at}`)])
  const zip = zipSync(Object.fromEntries(files), { level: 0 })
  const source = await unpacked(sourceFiles('study.qdpx', { '': zip }))
  expect(source.paths).toHaveLength(20_500)
  expect(Buffer.from(await source.read('sources/20499.txt')).toString()).toBe('Tram 20499')
})

it('a large zip is read without being held', { timeout: 60_000 }, async () => {
  const texts = ['one', 'two'].map((name) => [name, randomBytes(20_000_000)] as const)
  const zip = zipSync({ ...Object.fromEntries(texts), small: Buffer.from('Tram') }, { level: 0 })
  let most = 0
  const source = await unpacked(
    sourcesOf({
      ...{ name: 'study.qdpx', sizes: new Map([['', zip.length]]) },
      async read(_, start, end) {
        most = Math.max(most, end - start)
        return zip.slice(start, end)
      },
    }),
  )
  expect(source.paths).toEqual(['one', 'small', 'two'])
  for (const [name, bytes] of texts) expect(bytes.equals(await source.read(name))).toBe(true)
  expect(Buffer.from(await source.read('small')).toString()).toBe('Tram')
  expect(most).toBeLessThanOrEqual(1 << 20)
})

it('a zip that is cut off while it is read says so', async () => {
  const zip = zipSync({ one: randomBytes(40_000_000) }, { level: 0 })
  let length = zip.length
  const read = async (_: string, start: number, end: number) => zip.slice(start, Math.min(end, length))
  const source = await unpacked(sourcesOf({ name: 'a.qdpx', sizes: new Map([['', zip.length]]), read }))
  length = 20_000_000
  await expect(source.read('one')).rejects.toThrow('This zip is damaged or cut off')
})

it('no zip is written that would not be read again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-zip-'))
  const entries = [{ name: 'a', pieces: ['word'.repeat(100_000)] }]
  await expect(writeZip(join(folder, 'a.zip'), entries, 300_000)).rejects.toThrow('when it is unpacked')
  await writeZip(join(folder, 'b.zip'), entries, 400_000)
  rmSync(folder, { recursive: true })
})
