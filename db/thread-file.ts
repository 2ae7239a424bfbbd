import { existsSync } from 'node:fs'

/**
 * The file of a thread, by its name without an ending. It lies beside `from`, the `import.meta.url` of whoever starts
 * it, where the sources run as they are; when bundled, beside it or above the folder of the chunks.
 */
export function threadFile(name: string, from: string): URL {
  if (from.endsWith('.ts')) return new URL(`./${name}.ts`, from)
  const beside = new URL(`./${name}.js`, from)
  return existsSync(beside) ? beside : new URL(`../${name}.js`, from)
}
