import type { ParsedFile } from '../parsed-document.ts'

/** Texts, their blocks and marks, in bytes of memory, roughly. */
const mostBytes = 96_000_000

/**
 * What files on the desk were parsed to, as long as there is room: those looked at longest ago go first, and are parsed
 * once more when they come in.
 */
export class ParsedFiles {
  readonly #most: number
  #files = new Map<number, { file: ParsedFile; bytes: number }>()
  #bytes = 0

  constructor(most = mostBytes) {
    this.#most = most
  }

  get(id: number): ParsedFile | undefined {
    return this.#files.get(id)?.file
  }

  keep(id: number, file: ParsedFile): void {
    this.forget(id)
    const bytes = sizeOf(file)
    if (bytes > this.#most) return
    this.#files.set(id, { file, bytes })
    this.#bytes += bytes
    for (const [oldest] of this.#files) {
      if (this.#bytes <= this.#most) break
      this.forget(oldest)
    }
  }

  forget(id: number): void {
    this.#bytes -= this.#files.get(id)?.bytes ?? 0
    this.#files.delete(id)
  }

  clear(): void {
    this.#files.clear()
    this.#bytes = 0
  }
}

function sizeOf({ documents }: ParsedFile): number {
  return documents.reduce(
    (sum, { text, blocks, marks }) => sum + 500 + text.length * 2 + (blocks.length + marks.length) * 120,
    0,
  )
}
