import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { corpusPath } from '../testing/corpus.ts'
import type { Tried } from './testing/hostile-readers.ts'

const maker = corpusPath('hostile', 'make_hostile.py')
const canMake = existsSync(maker) && spawnSync('python3', ['--version']).status === 0
const longestMs = 10_000

/** Wanted to be refused, and of no harm as they are read: nothing outside is opened, what is wrong is left out. */
const harmless = [
  ...['/xml/xxe-param-http.qde', '/xml/selection-out-of-range.qde', '/json/aif-cycle.json'],
  ...['/zip/internal-path-traversal.qdpx', '/zip/relative-absolute-path.qdpx', '/zip/symlink.qdpx'],
]

/** All of them in one thread, which ends where it needs more memory than this. */
function tryAll(paths: readonly string[]): Promise<Tried[]> {
  const worker = new Worker(new URL('./testing/hostile-readers.ts', import.meta.url), {
    ...{ workerData: paths, env: {}, execArgv: [] },
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  const tried: Tried[] = []
  return new Promise((resolve, reject) => {
    worker.on('message', (one: Tried) => tried.push(one))
    worker.on('error', (error) => reject(new Error(`${error.message} after ${tried.at(-1)?.path}`)))
    worker.on('exit', () => resolve(tried))
  })
}

function mustBeSound(tried: readonly Tried[]): void {
  for (const { path, format, refusal, crash, ms } of tried) {
    expect(crash, `${format}: ${path}`).toBe('')
    if (refusal !== '') expect(refusal, `${format}: ${path}`).toMatch(/^\S.*[.!?]$/s)
    expect(ms, `${format}: ${path}`).toBeLessThan(longestMs)
  }
}

describe.skipIf(!canMake)('hostile files of the corpus, offered to every reader of annotations', () => {
  let place: string
  let rows: { path: string; expected: string }[]
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'rejoinder-hostile-readers-'))
    execFileSync('python3', ['-W', 'ignore', maker, place], { stdio: 'ignore' })
    rows = readFileSync(join(place, 'EXPECT.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t'))
      .map(([listed = '', expected = '']) => ({
        path: join(place, listed.replaceAll('\\n', '\n')),
        expected,
      }))
  }, 60_000)
  afterAll(() => rmSync(place, { recursive: true }))

  it('are read or refused in a sentence, in time and memory', async () => {
    const tried = await tryAll(rows.map(({ path }) => path))
    mustBeSound(tried)
    const taken = new Set(tried.filter((one) => one.isRecognised && one.isRead).map(({ path }) => path))
    const wrongly = rows.filter(({ path, expected }) => expected === 'refuse' && taken.has(path))
    expect(wrongly.map(({ path }) => path.slice(place.length)).toSorted()).toEqual(harmless.toSorted())
  }, 300_000)

  it('are so too when they are cut, doubled or have bytes of others', async () => {
    const broken = rows
      .filter(({ path }) => statSync(path).size < 1_000_000)
      .map(({ path }, index) => {
        const bytes = readFileSync(path)
        const other = readFileSync(rows[(index * 7) % rows.length]!.path).subarray(0, 4096)
        const half = bytes.subarray(0, bytes.length >> 1)
        const made = [
          half,
          Buffer.concat([bytes, bytes]),
          Buffer.concat([half, other, bytes.subarray(half.length)]),
        ]
        const ending = /\.\w+$/.exec(path)?.[0] ?? ''
        const to = join(place, `broken-${index}${ending}`)
        writeFileSync(to, made[index % 3]!)
        return to
      })
    mustBeSound(await tryAll(broken))
  }, 300_000)
})
