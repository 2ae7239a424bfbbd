import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SourceFiles } from '../formats/annotation-format.ts'
import { textLines } from './text-lines.ts'

function cut(bytes: Buffer, lengths: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let at = 0
  for (const length of lengths) {
    pieces.push(bytes.subarray(at, at + length))
    at += length
  }
  return [...pieces, bytes.subarray(at)]
}

async function linesOf(pieces: readonly Uint8Array[], signal?: AbortSignal): Promise<string[]> {
  const source: SourceFiles = {
    ...{ name: 'a.txt', paths: [''], sizeOf: () => 1 },
    read: () => Promise.reject(new Error('it was read at once')),
    async *pieces() {
      yield* pieces
    },
  }
  const lines: string[] = []
  const options = { signal, progress: () => {}, notUtf8: 'It is not UTF-8.' }
  for await (const portion of textLines(source, '', options)) lines.push(...portion)
  return lines
}

it('gives the lines of a file wherever it is cut', async () => {
  const text = fc
    .array(fc.constantFrom('a', 'ü', '🚋', '\n', '\r', '\r\n', '\ufeff', '\u2028'))
    .map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(3)), async (text, lengths) => {
      expect(await linesOf(cut(Buffer.from(text), lengths))).toEqual(text.split(/\r\n|[\n\r]/))
    }),
  )
})

it('says that a file is not UTF-8, also where it ends within a character', async () => {
  for (const bytes of [
    [0x61, 0xff, 0x61],
    [0x61, 0xf0, 0x9f],
  ]) {
    await expect(linesOf([Uint8Array.from(bytes)])).rejects.toThrow('It is not UTF-8.')
  }
})

it('stops when it is told to', async () => {
  await expect(linesOf([Buffer.from('a')], AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
})
