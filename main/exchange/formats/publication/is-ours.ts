import { closeSync, openSync, readSync } from 'node:fs'
import { checksumFile } from './checksums.ts'
import { ownTag } from './front-matter.ts'

/** Whether something in a folder is of an earlier dataset. Everybody has a README.md: ours says in its first lines that it is. */
export function isOurs(name: string, path: string): boolean {
  if (name === 'README.md') return startOf(path).includes(`- ${ownTag}\n`)
  return ['jsonl', 'parquet', 'codebook.md', 'croissant.json', checksumFile].includes(name)
}

function startOf(path: string): string {
  const bytes = Buffer.alloc(4096)
  try {
    const file = openSync(path, 'r')
    try {
      return bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}
