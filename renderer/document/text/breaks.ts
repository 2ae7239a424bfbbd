import type { Block, Break } from '../../../preload/contract/text.ts'

/** A break drawn before a block; `page` is the number of the page that begins there, 0 for none. */
export interface BreakBefore {
  break: Break['kind']
  page: number
}

/** A page that begins inside a block. */
export interface PageTurn {
  at: number
  page: number
}

/** The breaks that fall between two blocks, by the block they come before. None is drawn before the first. */
export function breaksBetween(blocks: readonly Block[], breaks: readonly Break[]): Map<number, BreakBefore> {
  const before = new Map<number, BreakBefore>()
  for (const { kind, block, isInside, page } of placed(blocks, breaks)) {
    if (isInside || block === 0) continue
    const present = before.get(block)
    before.set(block, {
      break: present?.break === 'section' ? 'section' : kind,
      page: page || (present?.page ?? 0),
    })
  }
  return before
}

/** The pages that begin inside a block, by block. */
export function breaksInside(blocks: readonly Block[], breaks: readonly Break[]): Map<number, PageTurn[]> {
  const inside = new Map<number, PageTurn[]>()
  for (const { kind, block, isInside, page, at } of placed(blocks, breaks)) {
    if (!isInside || kind !== 'page') continue
    inside.set(block, [...(inside.get(block) ?? []), { at, page }])
  }
  return inside
}

/** Each break with the block it lies in or comes before. */
function* placed(blocks: readonly Block[], breaks: readonly Break[]) {
  const pages = numberPages(breaks)
  let block = 0
  for (const { kind, at } of [...breaks].sort((a, b) => a.at - b.at)) {
    while (block < blocks.length && blocks[block]!.end <= at && blocks[block]!.start < at) block++
    if (block === blocks.length) return
    const page = kind === 'page' ? pages.get(at)! : 0
    yield { kind, at, block, page, isInside: blocks[block]!.start < at }
  }
}

/** The number of the page that begins at each page break. What stands before the first break is page 1. */
export function numberPages(breaks: readonly Break[]): Map<number, number> {
  const starts = breaks.filter(({ kind }) => kind === 'page').map(({ at }) => at)
  const distinct = [...new Set([0, ...starts])].sort((a, b) => a - b)
  return new Map(distinct.map((at, i) => [at, i + 1]))
}
