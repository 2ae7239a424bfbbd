import { expect, test } from 'vitest'
import type { Block } from '../../../preload/contract/text.ts'
import { lookAt } from './block-looks.ts'

test('a line of nothing but space is as empty as one of nothing', () => {
  const text = 'Words.\n\n \t\u00a0\n  Padded words.'
  let start = 0
  const blocks = text.split('\n').map((line): Block => {
    const block = { kind: 'paragraph' as const, start, end: start + line.length }
    start = block.end + 1
    return block
  })
  const looks = lookAt({ text, blocks, breaks: [], marks: [] })
  expect(blocks.map((_, at) => looks.get(at)?.setting ?? '')).toEqual(['', 'empty', 'empty', ''])
})
