/** Where the keyboard is in the grid: row -1 is the head. Both count from 0. */
export interface GridCell {
  row: number
  column: number
}

export interface GridSize {
  rows: number
  columns: number
  /** Rows that fit into the view. */
  page: number
}

interface Key {
  key: string
  /** Ctrl, or Cmd on a Mac. */
  command: boolean
}

/** Where a key leads from a cell; null when it is none that moves. Stays inside the grid. */
export function moveBy({ row, column }: GridCell, { key, command }: Key, size: GridSize): GridCell | null {
  const to = target({ row, column }, key, command, size)
  if (!to) return null
  return {
    row: Math.max(-1, Math.min(size.rows - 1, to.row)),
    column: Math.max(0, Math.min(size.columns - 1, to.column)),
  }
}

function target(cell: GridCell, key: string, command: boolean, size: GridSize): GridCell | null {
  const { row, column } = cell
  switch (key) {
    case 'ArrowDown':
      return { row: command ? size.rows - 1 : row + 1, column }
    case 'ArrowUp':
      return { row: command ? 0 : row - 1, column }
    case 'ArrowRight':
      return { row, column: command ? size.columns - 1 : column + 1 }
    case 'ArrowLeft':
      return { row, column: command ? 0 : column - 1 }
    case 'PageDown':
      return { row: Math.max(0, row) + size.page - 1, column }
    case 'PageUp':
      return { row: Math.max(0, row - size.page + 1), column }
    case 'Home':
      return { row: command ? 0 : row, column: 0 }
    case 'End':
      return { row: command ? size.rows - 1 : row, column: size.columns - 1 }
    default:
      return null
  }
}

/** The next cell that can be edited, in reading order; null after the last. */
export function nextEditable(
  { row, column }: GridCell,
  step: 1 | -1,
  size: GridSize,
  canEdit: (column: number) => boolean,
): GridCell | null {
  for (let at = row * size.columns + column + step; at >= 0 && at < size.rows * size.columns; at += step) {
    const next = { row: Math.floor(at / size.columns), column: at % size.columns }
    if (canEdit(next.column)) return next
  }
  return null
}
