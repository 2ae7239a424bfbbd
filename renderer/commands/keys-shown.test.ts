import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

test('nothing on the screen shows a key of the table instead of the person’s own', () => {
  const sources = globSync('renderer/**/*.{ts,tsx}').filter((path) => !path.includes('.test.'))
  expect(sources.length).toBeGreaterThan(100)
  const readers = sources.filter((path) =>
    /commands\[[^\]]+\]\.keys|[{,] ?keys ?[,}].*= commands\[/.test(readFileSync(path, 'utf8')),
  )
  expect(readers, 'use useKey or keysOf').toEqual([])
})
