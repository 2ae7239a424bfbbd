import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, vi } from 'vitest'
import { run } from './run.ts'

const entry = fileURLToPath(new URL('./index.ts', import.meta.url))
const quiet = { write: (_: string, done?: () => void) => done?.() }

it.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  'an export that %s ends takes away what it has half written, and says so',
  { timeout: 60_000 },
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'rejoinder-cli-'))
    try {
      const [project, texts, out] = ['p.rejoinder', 'texts', 'out'].map((name) => join(folder, name))
      mkdirSync(texts!)
      for (let number = 0; number < 200; number++) {
        writeFileSync(
          join(texts!, `${number}.txt`),
          `Text ${number}. ${'The tram line pays for itself. '.repeat(150)}`,
        )
      }
      const streams = { stdout: quiet, stderr: quiet }
      expect(await run(['new', project!], streams)).toBe(0)
      expect(await run(['import', project!, texts!], streams)).toBe(0)
      const before = readdirSync(folder)
      const words = ['export', project!, '--format', 'uima-xmi', '--out', out!]
      const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
      let said = ''
      child.stderr.setEncoding('utf8').on('data', (piece: string) => {
        said += piece
      })
      const ended = once(child, 'close')
      await vi.waitFor(() => expect(existsSync(join(`${out}.part`, 'annotation'))).toBe(true), 30_000)
      child.kill(signal)
      expect(await ended).toEqual([1, null])
      expect(said).toContain('The export was stopped.')
      expect(readdirSync(folder)).toEqual(before)
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)
