import { writeFileSync } from 'node:fs'
import { exchangeLines } from '../exchange/formats/rejoinder-jsonl/lines.ts'
import { sampleDataset } from './dataset.ts'

/** Run by itself (`node_modules/.bin/node main/sample/build.ts`) this file writes the sample project anew. */
export const sampleFile = new URL('sample.rejoinder.jsonl', import.meta.url)

/** The sample project as an exchange file. */
export function buildSample(): string {
  return [...exchangeLines(sampleDataset())].map((line) => `${line}\n`).join('')
}

if (import.meta.main) writeFileSync(sampleFile, buildSample())
