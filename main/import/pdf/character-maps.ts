import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * A predefined character map of Chinese, Japanese or Korean fonts, from the folder that comes with the PDF library; null
 * when there is none of that name. The thread that parses has no files, so it asks for what it needs.
 */
export async function readCharacterMap(name: string): Promise<Uint8Array | null> {
  if (!/^[\w-]{1,40}$/.test(name)) return null
  try {
    const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
    return new Uint8Array(await readFile(join(library, 'cmaps', `${name}.bcmap`)))
  } catch {
    return null
  }
}
