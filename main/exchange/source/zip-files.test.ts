import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { sourceFiles } from '../formats/testing/source-files.ts'
import { unpacked } from './zip-files.ts'

it('a zip of annotations may hold a file for each of tens of thousands of texts', {
  timeout: 60_000,
}, async () => {
  const files = Array.from({ length: 20_500 }, (_, at) => [`sources/${at}.txt`, Buffer.from(`Tram ${at}`)])
  const zip = zipSync(Object.fromEntries(files), { level: 0 })
  const source = await unpacked(sourceFiles('study.qdpx', { '': zip }))
  expect(source.paths).toHaveLength(20_500)
  expect(Buffer.from(await source.read('sources/20499.txt')).toString()).toBe('Tram 20499')
})
