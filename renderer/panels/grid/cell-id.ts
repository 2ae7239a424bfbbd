/** Of a cell’s element; row -1 is the head. */
export const cellId = (gridId: string, row: number, column: number): string => `${gridId}-${row}-${column}`
