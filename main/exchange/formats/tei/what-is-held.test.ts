import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import { PuttingAway, storeIn } from '../../spool/putting-away.ts'
import { SpoolFile } from '../../spool/spool-file.ts'
import type { SourceFiles } from '../annotation-format.ts'
import { tei } from './tei.ts'

vi.setConfig({ testTimeout: 60_000 })

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const remark = 'What somebody has to say of this passage, at some length. '.repeat(17)

/** A text with very many annotations, before or behind it, of which one in a thousand points into it; 16 MB. */
function* oneText(isBefore: boolean): Generator<string> {
  yield '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt></fileDesc></teiHeader>'
  const text = '<text><body><p xml:id="p">The tram line pays for itself.</p></body></text>'
  if (!isBefore) yield text
  yield '<standOff><listAnnotation>'
  for (let number = 0; number < 16_000; number++) {
    const target = number % 1000 === 0 ? '#string-range(p,4,9)' : '#nothing'
    yield `<annotation xml:id="remark-number-${number}" target="${target}" type="Claim"><note>${number}: ${remark}</note></annotation>\n`
  }
  yield '</listAnnotation></standOff>'
  if (isBefore) yield text
  yield '</TEI>'
}

/** Texts, each with one annotation in it; 38 MB. */
function* manyTexts(): Generator<string> {
  yield '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>'
  for (let number = 0; number < 150; number++) {
    const words = `The tram line number ${number} pays for itself. `
    const standOff = `<standOff><spanGrp><span from="#p${number}" type="Claim">${number} is said</span></spanGrp></standOff>`
    yield `<TEI><teiHeader/><text><body><p xml:id="p${number}">${words}</p><p>${words.repeat(5_600)}</p></body></text>${standOff}</TEI>\n`
  }
  yield '</teiCorpus>'
}

function* inPieces(parts: Iterable<string>): Generator<Uint8Array> {
  let waiting = ''
  for (const part of parts) {
    waiting += part
    if (waiting.length < 1 << 20) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  yield Buffer.from(waiting)
}

it.each([
  ['one text with annotations behind it', () => oneText(false), 16, 4],
  ['one text with annotations before it', () => oneText(true), 16, 4],
  // As much text as is held of what was put away last is part of it.
  ['many texts', manyTexts, 150, 10],
])('of a large file no more than what it says and one part of it: %s', async (_, parts, count, most) => {
  const pieces = [...inPieces(parts())]
  const size = pieces.reduce((sum, { length }) => sum + length, 0)
  const source: SourceFiles = {
    ...{ name: 'large.xml', paths: [''], sizeOf: () => size },
    read: () => Promise.reject(new Error('it was read at once')),
    async *pieces() {
      yield* pieces
    },
  }
  const spool = new SpoolFile()
  const away = new PuttingAway(storeIn(spool))
  const held: number[] = []
  const weigh = (): void => {
    // What was outside of the heap is counted until the second time.
    collectGarbage()
    collectGarbage()
    const { heapUsed, external } = process.memoryUsage()
    held.push(heapUsed + external)
  }
  weigh()
  let told = 0
  const incoming = await tei.reader!.read(source, {
    signal: undefined,
    away,
    progress() {
      told += 1
      if (told % 8 === 0) weigh()
    },
  })
  weigh()
  spool.close()
  expect(incoming.annotations).toHaveLength(count)
  expect(size).toBeGreaterThan(15_000_000)
  const [before, ...since] = held
  expect(since.length).toBeGreaterThan(3)
  expect(Math.max(...since.map((one) => (one - before!) / 1_000_000))).toBeLessThan(most)
})
