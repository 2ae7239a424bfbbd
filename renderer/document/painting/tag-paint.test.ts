import { expect, test } from 'vitest'
import { tagLines } from './tag-lines.ts'
import { firstOfLook } from './tag-paint.ts'

test('tags of one colour and line are painted as the first of them', () => {
  const tags = Array.from({ length: 2_000 }, (_, i) => ({
    id: i + 1,
    role: 'none' as const,
    color: i % 3 === 0 ? '#c1272d' : '#00906b',
  }))
  const lines = tagLines(tags)
  const alike = firstOfLook(tags, lines)
  const looks = new Set(alike.values())

  expect(alike.size).toBe(tags.length)
  expect(looks.size).toBe(8)
  for (const { id, color } of tags) {
    const first = tags[alike.get(id)! - 1]!
    expect([first.color, lines.get(first.id)]).toEqual([color, lines.get(id)])
    expect(first.id).toBeLessThanOrEqual(id)
  }
})
