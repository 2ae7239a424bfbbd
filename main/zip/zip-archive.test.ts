import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openZip } from './zip-archive.ts'
import type { ZipLimits } from './zip-limits.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const zipOf = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, bytesOf(text)])))

/** Everything in a zip, or the sentence that refuses it. */
async function readAll(zip: Uint8Array, limits?: Partial<ZipLimits>): Promise<string> {
  try {
    const archive = await openZip(zip, limits)
    for (const name of archive.names) await archive.read(name)
    archive.close()
    return ''
  } catch (error) {
    expect(error).toMatchObject({
      name: 'Failure',
      code: 'unreadable',
      message: expect.stringMatching(/\.$/),
    })
    return (error as Error).message
  }
}

/** Changes every place where a stretch of bytes stands. */
function replaced(zip: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(zip).toString('latin1').replaceAll(from, to), 'latin1')
}

test('gives back the files of a zip, by bytes, by path and by asking for bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-zip-'))
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.stringMatching(/^[a-zü]{1,8}$/), fc.string()), async (files) => {
      const zip = zipOf(files)
      const path = join(folder, 'a.zip')
      writeFileSync(path, zip)
      const asked = { size: zip.length, read: async (start: number, end: number) => zip.slice(start, end) }
      for (const source of [zip, path, asked]) {
        const archive = await openZip(source)
        expect([...archive.names].sort()).toEqual(Object.keys(files).sort())
        for (const [name, text] of Object.entries(files)) {
          expect(Buffer.from(await archive.read(name)).toString()).toBe(Buffer.from(bytesOf(text)).toString())
        }
        archive.close()
      }
    }),
    { numRuns: 30 },
  )
  rmSync(folder, { recursive: true })
})

test('has the names that break plain objects like any other', async () => {
  const archive = await openZip(zipOf({ 'toString/valueOf.txt': 'x', hasOwnProperty: 'y' }))
  expect(archive.names).toEqual(['toString/valueOf.txt', 'hasOwnProperty'])
  expect(archive.has('constructor')).toBe(false)
})

test('reads names that are UTF-8 and do not say so', async () => {
  // As the archiver of macOS writes them: without the flag in both headers.
  const zip = Buffer.from(zipOf({ 'Ü.txt': 'x' }))
  for (let at = 0; at < zip.length - 4; at++) {
    if (zip.readUInt32LE(at) === 0x04034b50) zip.writeUInt16LE(zip.readUInt16LE(at + 6) & ~0x800, at + 6)
    if (zip.readUInt32LE(at) === 0x02014b50) zip.writeUInt16LE(zip.readUInt16LE(at + 8) & ~0x800, at + 8)
  }
  expect((await openZip(zip)).names).toEqual(['Ü.txt'])
})

test.each(['../../a', '/etc/abc', 'C:\\abcde', 'x/../../'])('refuses the name %s', async (name) => {
  const zip = replaced(zipOf({ ['n'.repeat(name.length)]: 'x' }), 'n'.repeat(name.length), name)
  expect(await readAll(zip)).toContain('leads out of the zip')
})

test('lists links and does not read them', async () => {
  const zip = zipSync({
    'l.txt': [bytesOf('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
    'a.txt': bytesOf('x'),
  })
  const archive = await openZip(zip)
  expect(archive).toMatchObject({ names: ['a.txt'], links: ['l.txt'] })
  await expect(archive.read('l.txt')).rejects.toThrow('There is no “l.txt” in this zip.')
})

test('refuses a file twice, a wrong checksum, a lying size and a cut end', async () => {
  expect(await readAll(replaced(zipOf({ a1: 'x', a2: 'y' }), 'a2', 'a1'))).toContain('twice')
  const stored = zipSync({ a: bytesOf('words of a text') }, { level: 0 })
  expect(await readAll(replaced(stored, 'words', 'wordz'))).toContain('checksum')
  const lying = Buffer.from(zipOf({ a: 'x'.repeat(100_000) }))
  lying.writeUInt32LE(10, lying.indexOf('PK\x01\x02', 0, 'latin1') + 24)
  expect(await readAll(lying)).toContain('damaged')
  expect(await readAll(stored.subarray(0, -10))).toContain('damaged or cut off')
})

test('refuses what grows beyond measure', async () => {
  const bomb = zipSync({ a: new Uint8Array(30_000_000) })
  expect(await readAll(bomb)).toContain('unpacks to more than 200 times its size')
  const texts = zipOf({ a: 'word '.repeat(1000), b: 'x', c: 'y' })
  expect(await readAll(texts, { mostFiles: 2 })).toContain('holds 3 files')
  expect(await readAll(texts, { largestFile: 100 })).toContain('is larger than')
  expect(await readAll(texts, { mostBytes: 5000 })).toContain('split it')
})

test('unpacks nothing of a file that says it is too large', async () => {
  const zip = zipSync({ a: randomBytes(300_000) }, { level: 0 })
  const archive = await openZip(zip, { largestFile: 299_999 })
  const next = archive.pieces('a')[Symbol.asyncIterator]().next()
  await expect(next).rejects.toThrow('“a” is larger than')
})

test('counts a file once, however often it is read', async () => {
  const zip = await openZip(zipOf({ a: 'word '.repeat(1000), b: 'x' }), { mostBytes: 5001 })
  for (let time = 0; time < 3; time++) expect((await zip.read('a')).length).toBe(5000)
  expect((await zip.read('b')).length).toBe(1)
  zip.close()
})

test('refuses files that share their bytes', async () => {
  const zip = Buffer.from(zipOf({ a: 'x', b: 'y' }))
  const first = zip.indexOf('PK\x01\x02', 0, 'latin1')
  const second = zip.indexOf('PK\x01\x02', first + 4, 'latin1')
  zip.writeUInt32LE(zip.readUInt32LE(first + 42), second + 42)
  expect(await readAll(zip)).toContain('share their bytes')
})
