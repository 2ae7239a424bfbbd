import { promisify } from 'node:util'
import { brotliDecompress, inflate } from 'node:zlib'
import { Failure } from '../../../preload/contract/failure.ts'

/** Bytes that one stream of a PDF, or the streams of one page together, may unpack to. */
const mostUnpacked = 100_000_000

/** A stream of the library that unpacks: of all filters, and of several one after the other. */
interface UnpackingStream {
  stream: { reset(): void; isAsync: boolean; getBytes(): Uint8Array; asyncGetBytes(): Promise<Uint8Array> }
  minBufferLength: number
  ensureBuffer(requested: number): Uint8Array
  asyncGetBytesFromDecompressionStream(name: string): Promise<Unpacked>
}

interface Unpacked {
  /** null lets the library unpack it step by step, which also reads what is damaged. */
  decompressed: Uint8Array | null
  compressed: Uint8Array
}

const inflated = promisify(inflate)
const debrotli = promisify(brotliDecompress)

let hasSwollen = false

/** Begins a file. Files are read one after the other. */
export function forgetSwollen(): void {
  hasSwollen = false
}

/** The library takes what could not be unpacked for damage and reads on. Fails with `unreadable`. */
export function refuseSwollen(): void {
  if (!hasSwollen) return
  throw new Failure(
    'unreadable',
    `A part of this PDF grows to more than ${mostUnpacked / 1_000_000} MB when it is unpacked, which no text does: open it in a PDF reader and save it again.`,
  )
}

/**
 * Bounds what the library unpacks, in the one class that holds the bytes. It is not handed out: the first stream that is
 * made is met by the property it sets first.
 */
export function boundUnpacking(): void {
  Object.defineProperty(Object.prototype, '_rawMinBufferLength', {
    configurable: true,
    set(this: UnpackingStream, value: unknown) {
      Reflect.deleteProperty(Object.prototype, '_rawMinBufferLength')
      Reflect.set(this, '_rawMinBufferLength', value)
      bound(unpackingClassOf(this))
    },
  })
}

function unpackingClassOf(stream: UnpackingStream): UnpackingStream {
  let at: object = stream
  while (!Object.hasOwn(at, 'asyncGetBytesFromDecompressionStream')) at = Object.getPrototypeOf(at)
  return at as UnpackingStream
}

function bound(streams: UnpackingStream): void {
  const { ensureBuffer } = streams
  streams.ensureBuffer = function (requested) {
    if (hasSwollen || requested > mostUnpacked) {
      hasSwollen = true
      throw new Error('This stream grows too large.')
    }
    this.minBufferLength = Math.min(this.minBufferLength, mostUnpacked)
    return ensureBuffer.call(this, requested)
  }
  streams.asyncGetBytesFromDecompressionStream = async function (name) {
    this.stream.reset()
    const compressed = this.stream.isAsync ? await this.stream.asyncGetBytes() : this.stream.getBytes()
    try {
      const limit = { maxOutputLength: mostUnpacked }
      const unpacked = await (name === 'brotli' ? debrotli(compressed, limit) : inflated(compressed, limit))
      return { decompressed: new Uint8Array(unpacked), compressed }
    } catch {
      return { decompressed: null, compressed }
    }
  }
}
