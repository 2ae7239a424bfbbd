import type { Block } from '../../../preload/contract/text.ts'

const bullets = ['•', '◦', '▪']

/**
 * Gives the sign or number of each list item, asked for every block in order. An item continues the count of its
 * depth; shallower items and other blocks end it, and so does a change between bullets and numbers.
 */
export function labelLists(): (block: Block) => string {
  let counts: { ordered: boolean; count: number }[] = []

  return (block) => {
    if (block.kind !== 'list-item') {
      counts = []
      return ''
    }
    const { depth, ordered } = block
    counts.length = Math.min(counts.length, depth + 1)
    const before = counts[depth]
    const count = before && before.ordered === ordered ? before.count + 1 : 1
    counts[depth] = { ordered, count }
    return ordered ? number(count, depth) : bullets[depth % bullets.length]!
  }
}

function number(count: number, depth: number): string {
  const letters = depth % 3 === 1 && count <= 26
  return `${letters ? String.fromCharCode(96 + count) : count}.`
}
