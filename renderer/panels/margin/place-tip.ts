interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const away = 8

/**
 * Where to put something of a size so that it stands below a passage, or above it where there is no room below, and
 * inside its pane; where it fits neither way, it covers as little of the passage as it can. Coordinates of the window.
 */
export function placeTip(
  passage: Box,
  size: { width: number; height: number },
  pane: Box,
): { left: number; top: number } {
  const below = passage.bottom + away
  const above = passage.top - away - size.height
  const [highest, lowest] = [pane.top + away, pane.bottom - away - size.height]
  const roomMissingBelow = below - lowest
  const isBelow = roomMissingBelow <= 0 || roomMissingBelow <= highest - above
  const left = Math.max(pane.left + away, Math.min(passage.left, pane.right - size.width - away))
  return { left, top: isBelow ? Math.min(below, lowest) : Math.max(above, highest) }
}
