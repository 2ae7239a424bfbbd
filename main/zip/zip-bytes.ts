import { Readable } from 'node:stream'
import { RandomAccessReader } from 'yauzl'

/** A zip whose bytes are had by asking, so that a large one is not held. */
export interface ZipBytes {
  size: number
  /** Fewer where the file has become shorter. */
  read(start: number, end: number): Promise<Uint8Array>
}

/** In bytes. What lies close together is asked for at once: most of what a zip is asked for are headers. */
const closeTogether = 1 << 16
const longestPiece = 1 << 20

export class ZipBytesReader extends RandomAccessReader {
  readonly #bytes: ZipBytes
  #held: { start: number; bytes: Buffer } = { start: 0, bytes: Buffer.alloc(0) }

  constructor(bytes: ZipBytes) {
    super()
    this.#bytes = bytes
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#pieces(start, end), { objectMode: false })
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    this.#stretch(position, position + length).then((bytes) => {
      bytes.copy(buffer, offset)
      callback(bytes.length === length ? null : new Error('unexpected EOF'))
    }, callback)
  }

  override close(callback: (error: Error | null) => void): void {
    callback(null)
  }

  async *#pieces(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; at += longestPiece) {
      yield await this.#stretch(at, Math.min(end, at + longestPiece))
    }
  }

  async #stretch(start: number, end: number): Promise<Buffer> {
    if (end - start > closeTogether) return this.#ask(start, end)
    const { start: from, bytes } = this.#held
    if (start >= from && end <= from + bytes.length) return bytes.subarray(start - from, end - from)
    const asked = await this.#ask(start, Math.min(this.#bytes.size, start + closeTogether))
    this.#held = { start, bytes: asked }
    return asked.subarray(0, end - start)
  }

  async #ask(start: number, end: number): Promise<Buffer> {
    const bytes = await this.#bytes.read(start, end)
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
}
