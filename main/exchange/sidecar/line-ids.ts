/**
 * Ids that a reader gives by file and line, such as `ada/text#T5`, for our own ids. They are kept as numbers: of a large
 * dataset a string for each would take as much memory as the dataset.
 */
export class LineIds {
  readonly #mark: string
  readonly #files: string[] = []
  /** How many lines were in the files before it. */
  readonly #before: number[] = []
  /** The place of a file among them. */
  readonly #places = new Map<string, number>()
  readonly #numbers = new Map<string, number>()
  #latest = { file: '', place: -1 }

  /** `mark` stands between `#` and the number of the line. */
  constructor(mark: string) {
    this.#mark = mark
  }

  /** What is added from now on is in this file, which no other is called. */
  begin(file: string): void {
    this.#places.set(file, this.#files.length)
    this.#files.push(file)
    this.#before.push(this.#numbers.size)
  }

  /** The next line, from 1. */
  add(ours: string): void {
    this.#numbers.set(ours, this.#numbers.size)
  }

  /** How many lines there are in all. */
  get size(): number {
    return this.#numbers.size
  }

  has(ours: string): boolean {
    return this.#numbers.has(ours)
  }

  get(ours: string): string | undefined {
    const number = this.#numbers.get(ours)
    if (number === undefined) return undefined
    let [low, high] = [0, this.#before.length]
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (this.#before[middle]! <= number) low = middle
      else high = middle
    }
    return `${this.#files[low]}#${this.#mark}${number - this.#before[low]! + 1}`
  }

  /** Which line of all it is, from 0. */
  numberOf(ours: string): number | undefined {
    return this.#numbers.get(ours)
  }

  /** The same by the id that the reader gives; undefined for what is none of these. */
  numberRead(theirs: string): number | undefined {
    const at = theirs.lastIndexOf('#')
    if (at < 0 || !theirs.startsWith(this.#mark, at + 1)) return undefined
    const place = this.#placeOfFile(theirs, at)
    const digits = theirs.slice(at + 1 + this.#mark.length)
    if (place === undefined || !/^[1-9]\d*$/.test(digits)) return undefined
    const number = this.#before[place]! + Number(digits) - 1
    return number < (this.#before[place + 1] ?? this.#numbers.size) ? number : undefined
  }

  /** Mostly the same file as the last time. */
  #placeOfFile(theirs: string, end: number): number | undefined {
    const { file, place } = this.#latest
    if (place >= 0 && file.length === end && theirs.startsWith(file)) return place
    const path = theirs.slice(0, end)
    const found = this.#places.get(path)
    if (found !== undefined) this.#latest = { file: path, place: found }
    return found
  }
}
