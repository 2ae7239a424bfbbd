import type { CSSProperties } from 'react'
import './tag.css'

/** For an element of the class `tag-colored`: gives it the tag’s colours. */
export const tagColor = (color: string): CSSProperties => ({ '--tag-color': color }) as CSSProperties

/** A tag’s colour as a small square. Decoration: the tag’s name stands beside it. */
export function TagSwatch({ color }: { color: string }) {
  return <span aria-hidden className="ui-tag-swatch tag-colored" style={tagColor(color)} />
}

export interface TagChipProps {
  name: string
  color: string
  /** The tag’s own key. */
  shortcut?: string
}

/** A tag’s name on its colour, to be read in both themes whatever the colour. */
export function TagChip({ name, color, shortcut }: TagChipProps) {
  return (
    <span className="ui-tag-chip tag-colored" style={tagColor(color)}>
      {name}
      {shortcut && <kbd>{shortcut.toUpperCase()}</kbd>}
    </span>
  )
}
