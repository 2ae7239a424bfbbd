import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import type { TagNode } from './tag-tree.ts'

/** A tag as a row of the tree. */
export interface TreeRow {
  id: TagId
  node: TagNode
  /** From 1. */
  level: number
  /** Its place among its siblings, from 1. */
  place: number
  siblings: number
  /** Undefined where nothing stands under it. */
  isOpen: boolean | undefined
}

/** What is to be seen of a tree, from top to bottom: not what stands under closed tags. */
export function treeRows(nodes: readonly TagNode[], closed: ReadonlySet<TagId>): TreeRow[] {
  const rows: TreeRow[] = []
  const add = (siblings: readonly TagNode[], level: number) => {
    for (const [index, node] of siblings.entries()) {
      const isOpen = node.children.length > 0 ? !closed.has(node.id) : undefined
      rows.push({ id: node.id, node, level, place: index + 1, siblings: siblings.length, isOpen })
      if (isOpen) add(node.children, level + 1)
    }
  }
  add(nodes, 1)
  return rows
}

/** The row of a tag, else that of the nearest tag above it that has one; -1 where there is none. */
export function rowNearest(
  rows: readonly TreeRow[],
  id: TagId | null | undefined,
  tags: readonly Tag[],
): number {
  for (let at = id; at !== null && at !== undefined; ) {
    const index = rows.findIndex((row) => row.id === at)
    if (index >= 0) return index
    const tag = at
    at = tags.find((one) => one.id === tag)?.parentId
  }
  return -1
}

/** The row that a row stands under; -1 for one that stands under none. */
export function rowAbove(rows: readonly TreeRow[], index: number): number {
  const level = rows[index]?.level ?? 1
  return rows.findLastIndex((row, at) => at < index && row.level < level)
}
