import type { MouseEvent, ReactNode } from 'react'

export interface VirtualRowProps {
  id: string
  role: 'option' | 'treeitem'
  index: number
  count: number
  /** Of a tree. */
  level?: number | undefined
  isExpanded?: boolean | undefined
  isSelected: boolean
  isCurrent: boolean
  /** What is dragged would be dropped onto it. */
  isLandedOn?: boolean
  isDraggable?: boolean
  /** In CSS pixels. */
  top: number
  height: number
  onClick: (event: MouseEvent) => void
  children: ReactNode
}

/** A row of a list in its place. The list itself has the focus and the keys. */
export function VirtualRow(props: VirtualRowProps) {
  const { id, role, index, count, level, isExpanded, isSelected, isCurrent, isLandedOn, isDraggable } = props
  const forReaders = {
    role,
    'aria-selected': isSelected,
    'aria-level': level,
    'aria-expanded': isExpanded,
    'aria-posinset': index + 1,
    'aria-setsize': count,
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself has the focus and the keys
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is given above
    <div
      {...forReaders}
      id={id}
      data-index={index}
      data-current={isCurrent || undefined}
      data-landed-on={isLandedOn || undefined}
      draggable={isDraggable || undefined}
      className="ui-virtual-row"
      style={{ height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={props.onClick}
    >
      {props.children}
    </div>
  )
}
