import type { TextDom } from '../text/text-dom.ts'

/**
 * The offset nearest to a point of the page, or null where the point is not over the text. Laying out has to be
 * done already, else this does it.
 */
export function offsetNear(dom: TextDom, x: number, y: number): number | null {
  const place = document.caretPositionFromPoint(x, y)
  return place && dom.offsetAt({ node: place.offsetNode, offset: place.offset })
}

/** The offset of the character under a point; null beside the characters, as at the end of a short line. */
export function characterAt(
  dom: TextDom,
  x: number,
  y: number,
  wholeCharacter: (offset: number, side: 1 | -1) => number,
): number | null {
  const near = offsetNear(dom, x, y)
  if (near === null) return null
  const isOver = (start: number, end: number) =>
    start < end && [...dom.range(start, end).getClientRects()].some((rect) => contains(rect, x, y))

  if (isOver(near, wholeCharacter(near + 1, 1))) return near
  const before = wholeCharacter(near - 1, -1)
  return near > 0 && isOver(before, near) ? before : null
}

function contains({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean {
  return left <= x && x < right && top <= y && y < bottom
}
