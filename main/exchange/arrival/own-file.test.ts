import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { lines } from '../formats/rejoinder-jsonl/testing/lines.ts'
import { readOwnFile } from './own-file.ts'

it('an exchange file arrives with the words of its annotations, to be found in a text that has changed since', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-own-'))
  const path = join(folder, 'tram.jsonl')
  writeFileSync(path, lines.join('\n'))
  const { arriving, close } = await readOwnFile(path, {
    signal: new AbortController().signal,
    progress: () => {},
  })
  expect(arriving.annotations.map(({ quote }) => quote)).toEqual([['Trams'], ['The', 'pays']])
  close()
  rmSync(folder, { recursive: true })
})
