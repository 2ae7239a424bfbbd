import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it, vi } from 'vitest'
import type { SourceFiles } from '../annotation-format.ts'
import { uimaXmi } from './index.ts'

vi.setConfig({ testTimeout: 60_000 })

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const count = 40
const text = 'The tram line pays for itself, says the council.&#10;'
/** A file of a third of a megabyte, nearly all of it words, as a program that finds them writes it. */
function casOf(number: number): string {
  const words = '<type2:Token xmi:id="ID" sofa="1" begin="0" end="3"/>\n'
  const tokens = Array.from({ length: 6_000 }, (_, at) => words.replace('ID', String(at + 10))).join('')
  const id = `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
  return `<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:custom="http:///webanno/custom.ecore" xmlns:type2="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore" xmi:version="2.0">
${tokens}<custom:Passage xmi:id="5" sofa="1" begin="4" end="40" tag="Claim number ${number}" source="${id}"/>
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" sofaString="${text.repeat(20)}"/><cas:View sofa="1" members=""/></xmi:XMI>`
}

it('of many files no more than their annotations', async () => {
  const paths = Array.from({ length: count }, (_, number) => `annotation/text-${number}/ada.xmi`)
  const bytesOf = (path: string) => Buffer.from(casOf(paths.indexOf(path)))
  const source: SourceFiles = {
    ...{ name: 'project', paths, sizeOf: () => 1 },
    read: async (path) => bytesOf(path),
    async *pieces(path) {
      yield bytesOf(path)
    },
  }
  collectGarbage()
  const before = process.memoryUsage().heapUsed
  const incoming = await uimaXmi.reader!.read(source, { signal: undefined, progress: () => {} })
  collectGarbage()
  const kept = process.memoryUsage().heapUsed - before
  expect(incoming.annotations).toHaveLength(count)
  expect(kept / 1_000_000).toBeLessThan(4)
})
