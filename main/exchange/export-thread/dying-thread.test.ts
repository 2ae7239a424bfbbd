import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { openSession } from '../../open-session.ts'

// Enough to begin with, and too little for the one long text.
vi.mock('./heap-for.ts', () => ({ heapFor: () => 40 }))

it('leaves nothing half written where the memory does not do, and says so', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rejoinder-export-'))
  const session = openSession({
    ...{ path: join(folder, 'p.rejoinder'), make: 'Tram', who: { uid: null, name: 'Ada' } },
  })
  try {
    const paths = [join(folder, 'long.txt')]
    writeFileSync(paths[0]!, `${'The tram line pays for itself. '.repeat(40)}\n`.repeat(20_000))
    const asked = { format: null, encoding: null, again: false }
    await session.handlers.document.import({ task: 'in', paths, ...asked })
    const before = readdirSync(folder)
    const choice = { annotatorIds: null, documentIds: null, withOriginals: false, replace: false }
    const to = join(folder, 'out')
    await expect(
      session.handlers.exchange.write({ task: 'out', format: 'rejoinder-jsonl', to, ...choice }),
    ).rejects.toThrow('This takes more memory than there is for it: export fewer documents at a time.')
    expect(readdirSync(folder)).toEqual(before)
  } finally {
    await session.close()
    rmSync(folder, { recursive: true })
  }
})
