/**
 * Words of a page that stand on one line without a wide gap. Places are in points, `x` from the left and `baseline`
 * from the top of the page as it is read.
 */
export interface Segment {
  text: string
  left: number
  right: number
  baseline: number
  /** Of most of its letters. */
  size: number
  /** Of most of its letters; means nothing but “the same” within one file. */
  font: string
  isRtl: boolean
  /** Small letters above the line, as offsets in `text`. */
  raised: { start: number; end: number }[]
}

/** Words as they were drawn at once. */
export interface Piece {
  text: string
  x: number
  y: number
  width: number
  size: number
  font: string
  isRtl: boolean
  /** Quarter turns of the writing, clockwise, from left to right; null for any other angle. */
  turn: 0 | 1 | 2 | 3 | null
  /** A space was found before it. */
  spaced: boolean
}

/** Gaps narrower than this, in parts of the letters’ size, are spaces between words. */
const widestSpace = 0.8
const narrowestSpace = 0.16

/** Words of one line as they are collected. */
export class DrawnLine {
  left: number
  right: number
  baseline: number
  size: number
  #pieces: Piece[]

  constructor(piece: Piece) {
    this.left = piece.x
    this.right = piece.x + piece.width
    this.baseline = piece.y
    this.size = piece.size
    this.#pieces = [piece]
  }

  get #isRtl(): boolean {
    return this.#pieces.some(({ isRtl }) => isRtl)
  }

  /** Whether the piece drawn next goes on with this line. */
  takes({ x, y, size }: Piece): boolean {
    if (this.#isRtl) return false
    const larger = Math.max(size, this.size)
    const gap = x - this.right
    if (gap < -0.35 * larger || gap > widestSpace * larger) return false
    const rise = Math.abs(y - this.baseline)
    const alike = Math.min(size, this.size) > 0.85 * larger
    return alike ? rise <= 0.12 * larger : rise <= 0.55 * larger
  }

  add(piece: Piece): void {
    this.#pieces.push(piece)
    this.right = Math.max(this.right, piece.x + piece.width)
    // What came first was a small number before the line proper.
    if (
      piece.size > this.size * 1.17 &&
      this.#pieces.length < 4 &&
      this.text.length < piece.text.length + 4
    ) {
      this.size = piece.size
      this.baseline = piece.y
    }
  }

  get text(): string {
    return this.#pieces.map(({ text }) => text).join('')
  }

  /** The same words drawn again to look bolder. */
  isTwinOf(other: DrawnLine): boolean {
    const near = 0.2 * this.size
    return (
      Math.abs(other.left - this.left) < near &&
      Math.abs(other.right - this.right) < near &&
      other.text === this.text
    )
  }

  isBeside(other: DrawnLine): boolean {
    const larger = Math.max(this.size, other.size)
    const gap = other.left - this.right
    return (
      gap >= -0.35 * larger && gap <= widestSpace * larger && Math.min(this.size, other.size) > 0.6 * larger
    )
  }

  append(other: DrawnLine): void {
    this.#pieces.push(...other.#pieces)
    this.right = Math.max(this.right, other.right)
  }

  finish(): Segment {
    const size = mostOf(this.#pieces, ({ size }) => Math.round(size * 10) / 10)
    const main = this.#pieces.filter((piece) => Math.abs(piece.size - size) < 0.1)
    const baseline = main[0]?.y ?? this.baseline
    const isRtl = 2 * lettersOf(this.#pieces.filter((piece) => piece.isRtl)) > lettersOf(this.#pieces)
    const pieces = isRtl ? [...this.#pieces].sort((a, b) => b.x - a.x) : this.#pieces
    const raised: Segment['raised'] = []
    let text = ''
    let last: Piece | undefined
    for (const piece of pieces) {
      const gap = last ? (isRtl ? last.x - piece.x - piece.width : piece.x - last.x - last.width) : 0
      const words = piece.text
      const spaced = last && (piece.spaced || gap > narrowestSpace * size)
      if (spaced && !/\s$/.test(text) && !/^\s/.test(words)) text += ' '
      if (piece.size < size * 0.85 && baseline - piece.y > size * 0.12) {
        const start = text.length + words.length - words.trimStart().length
        raised.push({ start, end: text.length + words.trimEnd().length })
      }
      text += words
      last = piece
    }
    const font = mostOf(this.#pieces, (piece) => piece.font)
    const lead = text.length - text.trimStart().length
    return {
      text: text.trim(),
      left: this.left,
      right: this.right,
      baseline,
      size,
      font,
      isRtl,
      raised: raised.map(({ start, end }) => ({ start: start - lead, end: end - lead })),
    }
  }
}

const lettersOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0)

/** What most letters have. */
function mostOf<T>(pieces: readonly Piece[], valueIn: (piece: Piece) => T): T {
  const letters = new Map<T, number>()
  for (const piece of pieces) {
    const value = valueIn(piece)
    letters.set(value, (letters.get(value) ?? 0) + piece.text.length)
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most))[0]
}
