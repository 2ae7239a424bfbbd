import { expect, test } from 'vitest'
import { formatOf } from '../arrival/reading.ts'
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
  expect(await formatOf({ source: named, beside: null })).toBe(format.name)
  const renamed = sourceFiles('study', content)
  expect(await formatOf({ source: renamed, beside: null })).toBe(format.name)
})
