import { closeSync, openSync, readSync } from 'node:fs'
import { linksFile, lossFile } from './write-sidecar.ts'

// Also where another program has saved them in its own way.
const linksStart = /^(?:\xef\xbb\xbf)?\s*\{[^\n]*"rejoinder-jsonl"/
const lossStart = /^(?:\xef\xbb\xbf)?\s*\{\s*"type"\s*:\s*"loss"/
const headLength = 1000

/**
 * Whether an earlier export has written this `links.jsonl` or `loss.json`, or the two under another name that ends so:
 * both are there and begin as ours do, whatever spaces a program has put there. An exchange file that only happens to be called so has no `loss.json` beside it.
 */
export function isSidecar(path: string): boolean {
  const ending = [linksFile, lossFile].find((name) => path.endsWith(name))
  if (!ending) return false
  const stem = path.slice(0, -ending.length)
  return begins(stem + linksFile, linksStart) && begins(stem + lossFile, lossStart)
}

function begins(path: string, start: RegExp): boolean {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const bytes = Buffer.alloc(headLength)
    return start.test(bytes.toString('latin1', 0, readSync(file, bytes)))
  } catch {
    return false
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
