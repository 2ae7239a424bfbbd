import { expect, test } from 'vitest'
import { refusedFile } from './refused-file.ts'

test.each([
  ['b.ann', 'b.ann, line 3: this is no line of brat.', 3, 'This is no line of brat.'],
  ['b.json', '“b.json”, line 2, is not JSON: “:” was expected.', 2, 'This is not JSON: “:” was expected.'],
  ['a/b.txt', 'a/b.txt: this file is not UTF-8.', null, 'This file is not UTF-8.'],
  ['b.json', '“b.json” holds no argument graph.', null, 'This holds no argument graph.'],
  ['b.ann', 'There is no “c.txt”.', null, 'There is no “c.txt”.'],
])('%s is not named again by: %s', (where, sentence, line, what) => {
  expect(refusedFile(where, sentence)).toEqual({ where, line, what })
})
