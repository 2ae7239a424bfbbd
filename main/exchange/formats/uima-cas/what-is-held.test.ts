import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { PuttingAway, storeIn } from '../../spool/putting-away.ts'
import { SpoolFile } from '../../spool/spool-file.ts'
import type { Incoming, SourceFiles } from '../annotation-format.ts'
import { uimaXmi } from './index.ts'

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
async function held(pieces: readonly Uint8Array[]): Promise<{ most: number; incoming: Incoming }> {
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
  const incoming = await uimaXmi.reader!.read(source, { signal: undefined, away, progress: look })
  look()
  spool.close()
  return { most, incoming }
}

it('of a large CAS no more than its text and what people made', async () => {
  const { most, incoming } = await held([...inPieces(xmi())])
  expect(incoming.annotations).toHaveLength(words / 1000)
  expect(most).toBeLessThan(4)
})
