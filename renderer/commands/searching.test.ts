import { expect, test } from 'vitest'
import { parseQuery } from '../../preload/contract/search/parse.ts'
import { searchOf } from './searching.ts'

test('what was looked for in one text can be looked for in all of them', () => {
  expect(searchOf(' tram line ', 'phrase')).toBe('"tram line"')
  expect(searchOf('he said “no” OR -yes', 'phrase')).toBe('"he said  no  OR -yes"')
  expect(searchOf('tram bus', 'words')).toBe('"tram" OR "bus"')
  for (const source of ['a/b', 'a\\/b', '\\d+ (km|m)', 'a\\\\/b'])
    expect(parseQuery(searchOf(source, 'expression'))).toMatchObject({ node: { kind: 'expression' } })
  expect(searchOf('a/b', 'expression')).toBe(searchOf('a\\/b', 'expression'))
})
