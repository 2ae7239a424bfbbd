import { createInflate } from 'node:zlib'
import { Failure } from '../../../preload/contract/failure.ts'
import { mostGrowth } from '../../zip/zip-limits.ts'

/** Bytes that a stream may hold whatever its packed size. */
const alwaysAllowed = 100_000_000
/** So many times the packed size is the most that deflating can bring about. */
const deflatesTo = 1032

/**
 * Refuses a PDF with a stream that grows beyond what a page can hold, before the library unpacks it whole. Pictures are
 * passed over: they may well be white, and nobody unpacks them here. Fails with `unreadable`.
 */
export async function refuseSwollenStreams(bytes: Uint8Array): Promise<void> {
  for (const { packed, layers } of deflatedStreamsIn(bytes)) {
    const most = Math.max(alwaysAllowed, packed.length * mostGrowth)
    if (packed.length * deflatesTo ** layers <= most) continue
    if (!(await growsBeyond(packed, layers, most))) continue
    throw new Failure(
      'unreadable',
      `A part of this PDF grows to more than ${mostGrowth} times its packed size, which no text does: open it in a PDF reader and save it again.`,
    )
  }
}

interface PackedStream {
  packed: Uint8Array
  /** How often it was deflated. */
  layers: number
}

function* deflatedStreamsIn(bytes: Uint8Array): Generator<PackedStream> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let from = 0
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', from)) {
    const head = file.toString('latin1', Math.max(from, at - 4000), at)
    const begins = at + 'stream'.length + (file[at + 6] === 0x0d ? 2 : 1)
    const end = file.indexOf('endstream', begins)
    from = end < 0 ? file.length : end + 'endstream'.length
    const own = decodedNames(head.slice(Math.max(0, head.lastIndexOf(' obj'))))
    const layers = own.match(/\/(?:FlateDecode|Fl)(?![A-Za-z])/g)?.length ?? 0
    if (layers === 0 || /\/Subtype\s*\/Image(?![A-Za-z])/.test(own)) continue
    yield { packed: bytes.subarray(begins, end < 0 ? undefined : end), layers }
  }
}

/** Names may be written with numbers for letters. */
const decodedNames = (head: string): string =>
  head.replace(/#([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

/** What cannot be unpacked is left to the library to tell. Nothing of it is kept. */
function growsBeyond(packed: Uint8Array, layers: number, most: number): Promise<boolean> {
  return new Promise((resolve) => {
    const steps = Array.from({ length: layers }, () => createInflate())
    let length = 0
    const end = (isBeyond: boolean) => {
      for (const step of steps) step.destroy()
      resolve(isBeyond)
    }
    steps.forEach((step, at) => {
      step.on('error', () => end(false))
      const next = steps[at + 1]
      if (next) step.pipe(next)
    })
    const last = steps.at(-1)!
    last.on('data', (chunk: Uint8Array) => {
      length += chunk.length
      if (length > most) end(true)
    })
    last.on('end', () => end(false))
    steps[0]!.end(packed)
  })
}
