import { closeSync, openSync, readSync } from 'node:fs'
import { linksFile, lossFile } from './write-sidecar.ts'

const linksStart = '{"type":"project","format":"rejoinder-jsonl",'
const lossStart = '{"type":"loss","version":'

/**
 * Whether an earlier export has written this `links.jsonl` or `loss.json`, or the two under another name that ends so:
 * both are there and begin as ours do. An exchange file that only happens to be called so has no `loss.json` beside it.
 */
export function isSidecar(path: string): boolean {
  const ending = [linksFile, lossFile].find((name) => path.endsWith(name))
  if (!ending) return false
  const stem = path.slice(0, -ending.length)
  return begins(stem + linksFile, linksStart) && begins(stem + lossFile, lossStart)
}

function begins(path: string, words: string): boolean {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const bytes = Buffer.alloc(words.length)
    return readSync(file, bytes) === bytes.length && bytes.toString('latin1') === words
  } catch {
    return false
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
