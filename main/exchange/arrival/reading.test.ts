import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { sourceFiles } from '../source/source-files.ts'
import { formatsOf, readChosen } from './reading.ts'

function chosen(name: string, bytes: Uint8Array) {
  const read = async (_: string, start: number, end: number) => bytes.subarray(start, end)
  return { source: sourceFiles({ name, sizes: new Map([['', bytes.length]]), read }), beside: null }
}

it('takes a project that cannot be unpacked for one of the program its name says, so that its fault is told', async () => {
  const whole = zipSync({
    'project.qde': new Uint8Array(1),
    'sources/1.txt': new Uint8Array(2),
    'sources/2.txt': new Uint8Array(3),
  })
  const twice = Buffer.from(Buffer.from(whole).toString('latin1').replaceAll('2.txt', '1.txt'), 'latin1')
  expect(await formatsOf(chosen('x.qdpx', twice))).toEqual(['refi-qda'])
  const reading = readChosen(chosen('x.qdpx', twice), null, { signal: undefined, progress: () => {} })
  await expect(reading).rejects.toThrow('it holds “sources/1.txt” twice')
  expect(await formatsOf(chosen('x.qdpx', whole.subarray(0, 60)))).toEqual(['refi-qda'])
  expect(await formatsOf(chosen('x.zip', twice))).toEqual([])
})

it('knows a project by its other files when one of its texts cannot be unpacked', async () => {
  const whole = zipSync({
    'project.qde': Buffer.from('<Project xmlns="urn:QDA-XML:project:1.0" name="p"/>'),
    'sources/1.txt': new Uint8Array(20_000_000),
  })
  expect(await formatsOf(chosen('x.qdpx', whole))).toEqual(['refi-qda'])
  expect(await formatsOf(chosen('x.zip', whole))).toEqual(['refi-qda'])
  const broken = zipSync({ 'project.qde': new Uint8Array(20_000_000) })
  expect(await formatsOf(chosen('x.qdpx', broken))).toEqual(['refi-qda'])
  const reading = readChosen(chosen('x.qdpx', broken), null, { signal: undefined, progress: () => {} })
  await expect(reading).rejects.toThrow('“project.qde” unpacks to more than 200 times its size')
})
