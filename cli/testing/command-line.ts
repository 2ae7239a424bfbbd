import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { run } from '../run.ts'

/** A folder for each test of a file, gone after it; gives the path of a name in it. */
export function commandLineFolder(): (name: string) => string {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rejoinder-cli-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  return (name) => join(folder, name)
}

/** What is written to it, kept. */
export function collector(isTTY = false) {
  let text = ''
  return {
    isTTY,
    text: () => text,
    write(more: string, done?: () => void) {
      text += more
      done?.()
    },
  }
}

/** Runs the command line with these words. */
export async function rejoinder(...words: string[]) {
  const [stdout, stderr] = [collector(), collector()]
  const status = await run(words, { stdout, stderr })
  return { status, stdout: stdout.text(), stderr: stderr.text() }
}

/** The same with `--json`, whose one value it gives. */
export async function json(...words: string[]) {
  const { stdout, ...rest } = await rejoinder(...words, '--json')
  return { ...rest, value: JSON.parse(stdout) }
}
