import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writtenFormats } from '../../main/exchange/formats/index.ts'
import { place } from '../../main/exchange/target.ts'
import { largeDataset } from './large-dataset.ts'

// A process of its own for each format, since the most memory that was ever used is told for a whole process.

const format = writtenFormats.find(({ name }) => name === process.argv[2])!
const folder = mkdtempSync(join(tmpdir(), 'rejoinder-bench-'))
try {
  const dataset = largeDataset()
  const mb = () => process.resourceUsage().maxRSS / 1024
  const before = mb()
  const began = performance.now()
  const { signal } = new AbortController()
  const to = join(folder, format.makes === 'folder' ? 'dataset' : `dataset.${format.endings[0]}`)
  await place(format.targets(dataset, to, { signal, progress: () => {} }), { replace: false, signal })
  console.log(JSON.stringify({ ms: performance.now() - began, mb: mb(), before }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
