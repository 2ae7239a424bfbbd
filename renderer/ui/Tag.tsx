import type { CSSProperties } from 'react'
import './tag.css'

/** For an element of the class `tag-colored`: gives it the tag’s colours. */
export const tagColor = (color: string): CSSProperties => ({ '--tag-color': color }) as CSSProperties

/** A tag’s colour as a small square. Decoration: the tag’s name stands beside it. */
export function TagSwatch({ color }: { color: string }) {
  return <span aria-hidden className="ui-tag-swatch tag-colored" style={tagColor(color)} />
}
