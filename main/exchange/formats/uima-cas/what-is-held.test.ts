import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { PuttingAway, storeIn } from '../../spool/putting-away.ts'
import { SpoolFile } from '../../spool/spool-file.ts'
import type { AnnotationFormat, Incoming, SourceFiles } from '../annotation-format.ts'
import { uimaJson, uimaXmi } from './index.ts'

vi.setConfig({ testTimeout: 60_000 })

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const sentence = 'The tram line pays for itself, says the council.'
const words = 200_000

/** One text with a fifth of a million words; of the passages one in a thousand. 16 MB. */
function* xmi(): Generator<string> {
  yield '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:type2="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">\n'
  for (let at = 0; at < words; at++) {
    const isPassage = at % 1000 === 0
    yield `<${isPassage ? 'custom:Claim' : 'type2:Token'} xmi:id="${at + 10}" sofa="1" begin="${at}" end="${at + 4}"/>\n`
  }
  yield `<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="${`${sentence}&#10;`.repeat(words / 40)}"/>\n`
  yield `<cas:View sofa="1" members="${Array.from({ length: words }, (_, at) => at + 10).join(' ')}"/></xmi:XMI>`
}

function* json(): Generator<string> {
  yield '{"%TYPES":{},"%FEATURE_STRUCTURES":['
  for (let at = 0; at < words; at++) {
    const type =
      at % 1000 === 0 ? 'custom.Claim' : 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token'
    yield `{"%ID":${at + 10},"%TYPE":"${type}","@sofa":1,"begin":${at},"end":${at + 4}},\n`
  }
  yield `{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"${`${sentence}\\n`.repeat(words / 40)}"}],\n`
  yield `"%VIEWS":{"v":{"%SOFA":1,"%MEMBERS":[${Array.from({ length: words }, (_, at) => at + 10).join(',')}]}}}`
}

function* inPieces(parts: Iterable<string>): Generator<Uint8Array> {
  let waiting = ''
  for (const part of parts) {
    waiting += part
    for (; waiting.length >= 1 << 20; waiting = waiting.slice(1 << 20)) {
      yield Buffer.from(waiting.slice(0, 1 << 20))
    }
  }
  yield Buffer.from(waiting)
}

/** What a reading holds at most beyond what was held before, in MB, and what it found. */
async function held(
  { reader }: AnnotationFormat,
  pieces: readonly Uint8Array[],
): Promise<{ most: number; incoming: Incoming }> {
  const size = pieces.reduce((sum, { length }) => sum + length, 0)
  expect(size).toBeGreaterThan(10_000_000)
  let most = 0
  const weigh = (): number => {
    // What was outside of the heap is counted until the second time.
    collectGarbage()
    collectGarbage()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = weigh()
  const look = () => {
    most = Math.max(most, (weigh() - before) / 1_000_000)
  }
  const source: SourceFiles = {
    ...{ name: 'large', paths: [''], sizeOf: () => size },
    read: () => Promise.reject(new Error('it was read at once')),
    async *pieces() {
      for (const piece of pieces) {
        look()
        yield piece
      }
      look()
    },
  }
  const spool = new SpoolFile()
  const away = new PuttingAway(storeIn(spool))
  const incoming = await reader!.read(source, { signal: undefined, away, progress: look })
  look()
  spool.close()
  return { most, incoming }
}

it.each([
  { format: uimaXmi, parts: xmi },
  // The structures of one piece are there together.
  { format: uimaJson, parts: json },
])('of a large CAS no more than its text and what people made: $format.name', async ({ format, parts }) => {
  const { most, incoming } = await held(format, [...inPieces(parts())])
  expect(incoming.annotations).toHaveLength(words / 1000)
  expect(most).toBeLessThan(4)
})

it.each([
  ['a note', `{"%ID":2,"%TYPE":"custom.Claim","note":"`, 'a value has more than 10 million letters'],
  ['a text', `{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"`, 'holds something longer than 100 MB'],
])('of %s that is too long no more than the longest that may be', async (name, begin, sentence) => {
  const pieces = [
    `{"%FEATURE_STRUCTURES":[${begin}`,
    ...Array(name === 'a note' ? 11 : 200).fill('word '.repeat(200_000)),
    '"}]}',
  ]
  let read = 0
  const source: SourceFiles = {
    ...{ name: 'large.json', paths: [''], sizeOf: () => 1 },
    read: () => Promise.reject(new Error('it was read at once')),
    async *pieces() {
      for (const piece of pieces) {
        read += 1
        yield Buffer.from(piece)
      }
    },
  }
  await expect(uimaJson.reader!.read(source, { signal: undefined, progress() {} })).rejects.toThrow(sentence)
  expect(read).toBeLessThan(110)
})
