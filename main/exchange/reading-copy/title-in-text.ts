import type { Block } from '../../../preload/contract/text.ts'
import type { Material } from './material.ts'

interface TitlePlaced {
  /** The heading of the text that says it, where that is shown. */
  own: Block | null
  /** What there is to set below it. */
  blocks: Block[]
}

/**
 * Many a text begins with its own title as a heading: that is shown once. A heading that annotations lie on stands in
 * the place of the title; one without makes way for it.
 */
export function placeTitle({ title, text, annotations }: Material): TitlePlaced {
  const [first, ...others] = text.blocks
  const isOwn = first?.kind === 'heading' && plain(text.text.slice(first.start, first.end)) === plain(title)
  if (!first || !isOwn) return { own: null, blocks: text.blocks }
  const isAnnotated = annotations.some(({ spans }) => spans.some(({ start }) => start < first.end))
  return { own: isAnnotated ? first : null, blocks: others }
}

const plain = (words: string) => words.normalize().replace(/\s+/g, ' ').trim()
