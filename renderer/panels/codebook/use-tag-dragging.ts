import { type CSSProperties, useMemo, useRef } from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import { moveTags } from '../../commands/edit-codebook.ts'
import { say, showFailure } from '../../store/notices.ts'
import { workbench } from '../../store/workbench.ts'
import type { RowDragging } from '../../ui/row-drag.ts'
import { dropPlace, topmost } from './tag-tree.ts'
import type { TreeRow } from './tree-rows.ts'

const draggedType = 'application/x-rejoinder-tags'
/** How long a closed tag is pointed at before it opens. */
const openAfterMs = 700

/** Where dragged tags would come to stand: before, after or under a tag. */
export interface TagLanding {
  id: TagId
  position: 'before' | 'after' | 'on'
  /** Where that is drawn between two rows. */
  line: CSSProperties
}

/** Dragging of tags: those that are chosen together go together, and a closed tag opens when it is pointed at. */
export function useTagDragging(
  rows: readonly TreeRow[],
  chosen: ReadonlySet<TagId>,
  open: (id: TagId) => void,
  isFixed: boolean,
): RowDragging<TagLanding> | undefined {
  const dragged = useRef<readonly TagId[]>([])
  const pointed = useRef<{ id: TagId; timer: ReturnType<typeof setTimeout> } | null>(null)
  return useMemo(() => {
    if (isFixed) return undefined
    const pointAt = (row: TreeRow | undefined) => {
      if (pointed.current?.id === row?.id) return
      clearTimeout(pointed.current?.timer)
      pointed.current = row ? { id: row.id, timer: setTimeout(() => open(row.id), openAfterMs) } : null
    }
    const end = () => {
      pointAt(undefined)
      dragged.current = []
    }
    return {
      onStart(index, transfer) {
        const row = rows[index]
        if (!row) return false
        dragged.current = chosen.has(row.id) ? [...chosen] : [row.id]
        transfer.setData(draggedType, JSON.stringify(dragged.current))
        transfer.effectAllowed = 'move'
        return true
      },
      landingAt(index, part) {
        const row = rows[index]
        if (!row || dragged.current.length === 0) return null
        const position = part < 1 / 3 ? 'before' : part > 2 / 3 ? 'after' : 'on'
        pointAt(position === 'on' && row.isOpen === false ? row : undefined)
        // Below an open tag comes what stands under it.
        const first = position === 'after' && row.isOpen ? rows[index + 1] : undefined
        if (first) return { id: first.id, position: 'before', line: lineAt(index + 1, first.level) }
        return { id: row.id, position, line: lineAt(position === 'after' ? index + 1 : index, row.level) }
      },
      onDrop({ id, position }) {
        const { tags } = workbench.getState()
        const ids = topmost(new Set(dragged.current), tags).map((tag) => tag.id)
        end()
        if (ids.length === 0) return
        moveTags(ids, (now) => {
          const over = now.find((tag) => tag.id === id)
          if (!over) return undefined
          const place = dropPlace(ids, over, position, now)
          if (!place) say('A tag cannot stand under itself')
          else if (position === 'on') open(over.id)
          return place
        }).catch(showFailure)
      },
      onEnd: end,
    }
  }, [rows, chosen, open, isFixed])
}

const lineAt = (index: number, level: number): CSSProperties =>
  ({ '--row': index, '--level': level }) as CSSProperties
