import type { Block } from '../../../preload/contract/text.ts'
import type { Material } from './material.ts'

interface TitlePlaced {
  /** Whether the title stands above the text; else the text says it. */
  isAbove: boolean
  /** What there is to set below it. */
  blocks: Block[]
}

/**
 * Many a text begins with its own title as a heading: that is shown once. A heading that annotations lie on stays, and
 * nothing stands above it; one without makes way for the title.
 */
export function placeTitle({ title, text, annotations }: Material): TitlePlaced {
  const [first, ...others] = text.blocks
  const isOwn = first?.kind === 'heading' && plain(text.text.slice(first.start, first.end)) === plain(title)
  if (!first || !isOwn) return { isAbove: true, blocks: text.blocks }
  const isAnnotated = annotations.some(({ spans }) => spans.some(({ start }) => start < first.end))
  return isAnnotated ? { isAbove: false, blocks: text.blocks } : { isAbove: true, blocks: others }
}

const plain = (words: string) => words.normalize().replace(/\s+/g, ' ').trim()
