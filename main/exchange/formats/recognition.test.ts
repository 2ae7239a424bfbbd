import { expect, test } from 'vitest'
import { formatsOf } from '../arrival/reading.ts'
import { tram } from '../testing/tram.ts'
import { written } from '../testing/written.ts'
import { annotationFormats } from './index.ts'
import { sourceFiles } from './testing/source-files.ts'

const both = annotationFormats.flatMap(({ name, reader, writer, endings }) =>
  reader && writer ? [{ name, writer, endings }] : [],
)

test.each(both)('what is written as $name is recognised as it, whatever it is called', async (format) => {
  const { content } = await written(format.writer, tram)
  const named = sourceFiles(`study.${format.endings[0]}`, content)
  expect(await formatsOf({ source: named, beside: null })).toEqual([format.name])
  const renamed = sourceFiles('study', content)
  expect(await formatsOf({ source: renamed, beside: null })).toEqual([format.name])
})
