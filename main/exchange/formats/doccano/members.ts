/** Parts of training data, which may share a text without being anybody’s. */
const split = /(?:^|[^a-z])(?:train(?:ing)?|dev|val(?:id(?:ation)?)?|test(?:ing)?|eval)(?:[^a-z]|$)/i

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/') + 1)
const nameOf = (file: string): string => file.slice(folderOf(file).length).replace(/\.jsonl?$/i, '')

interface Shared {
  texts: number
  /** How many of them stand in other files of the folder too. */
  shared: number
}

/**
 * Where people do not work together, the export has a file for each of them, with the same texts. A folder is taken for
 * such an export when more than half of the texts of one of its files stand in others.
 */
export class Members {
  readonly #files = new Map<string, Shared>()
  /** The file of a text, or null where there are several, by folder and hash. */
  readonly #first = new Map<string, string | null>()
  #current = { file: '', texts: new Set<string>() }

  /** A text of a file, by its hash; those of a file one after the other. */
  take(file: string, hash: string): void {
    if (split.test(nameOf(file)) || nameOf(file) === 'all') return
    if (this.#current.file !== file) this.#current = { file, texts: new Set() }
    if (this.#current.texts.has(hash)) return
    this.#current.texts.add(hash)
    this.#countsOf(file).texts += 1
    const key = `${folderOf(file)} ${hash}`
    const first = this.#first.get(key)
    if (first === undefined) {
      this.#first.set(key, file)
      return
    }
    this.#countsOf(file).shared += 1
    if (first !== null) this.#countsOf(first).shared += 1
    this.#first.set(key, null)
  }

  /** The name of the person whose work each file is, for those that are of one, by folder. */
  named(): Map<string, string>[] {
    const folders = Map.groupBy(this.#files, ([file]) => folderOf(file))
    return [...folders.values()]
      .filter((files) => files.some(([, { texts, shared }]) => shared * 2 > texts))
      .map((files) => new Map(files.map(([file]) => [file, nameOf(file)])))
  }

  #countsOf(file: string): Shared {
    const counts = this.#files.get(file) ?? { texts: 0, shared: 0 }
    this.#files.set(file, counts)
    return counts
  }
}
