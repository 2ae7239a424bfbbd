import type { LineOrder } from '../../../preload/contract/search.ts'

/** What lines can be sorted by. */
export const orders: readonly { id: LineOrder; title: string }[] = [
  { id: 'text', title: 'In the order of the texts' },
  { id: 'date', title: 'By date' },
  { id: 'hit', title: 'By the hit' },
  { id: 'left-1', title: '1st word left' },
  { id: 'left-2', title: '2nd word left' },
  { id: 'left-3', title: '3rd word left' },
  { id: 'right-1', title: '1st word right' },
  { id: 'right-2', title: '2nd word right' },
  { id: 'right-3', title: '3rd word right' },
]
