/** A passage as it is seen: its box in the window, or beyond which edge of its text it lies. */
export type SeenPassage =
  | { box: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'> }
  | { beyond: 'top' | 'bottom' }

/** One of the two texts in the window, in CSS pixels. */
export interface SeenText {
  left: number
  right: number
  top: number
  bottom: number
}

/** How far the stub of a thread runs along the edge between the texts. */
const stub = 26
const bend = 10

/**
 * The thread between a passage of the left text and one of the right, as the path of an SVG at `origin`. Where one of
 * them is out of sight only a stub tells in which direction it lies; '' where both are.
 */
export function threadPath(
  left: SeenPassage,
  right: SeenPassage,
  texts: { left: SeenText; right: SeenText },
  origin: { x: number; y: number },
): string {
  const from = 'box' in left ? anchor(left.box, 'right', texts.left) : null
  const to = 'box' in right ? anchor(right.box, 'left', texts.right) : null
  const edge = Math.round((texts.left.right + texts.right.left) / 2) - origin.x
  const at = ({ x, y }: Place) => ({ x: Math.round(x - origin.x), y: Math.round(y - origin.y) })
  if (from && to) {
    const [a, b] = [at(from), at(to)]
    return `M${a.x} ${a.y}C${edge + 12} ${a.y} ${edge - 12} ${b.y} ${b.x} ${b.y}`
  }
  const seen = from ?? to
  if (!seen) return ''
  const { x, y } = at(seen)
  const missing = from ? right : left
  const down = 'beyond' in missing && missing.beyond === 'bottom' ? 1 : -1
  const towards = from ? 1 : -1
  return `M${x} ${y}H${edge - towards * bend}q${towards * bend} 0 ${towards * bend} ${down * bend}v${down * (stub - bend)}`
}

interface Place {
  x: number
  y: number
}

/** The middle of a side of what is in sight of a box. */
function anchor({ left, right, top, bottom }: SeenText, side: 'left' | 'right', text: SeenText): Place {
  const y = (Math.max(top, text.top) + Math.min(bottom, text.bottom)) / 2
  const x = side === 'right' ? Math.min(right, text.right) : Math.max(left, text.left)
  return { x, y }
}
