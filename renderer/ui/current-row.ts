import { type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { typeAhead } from './type-ahead.ts'
import type { WindowedRows } from './windowed-rows.ts'

/** A place in the window, in CSS pixels. */
export interface MenuPlace {
  x: number
  y: number
}

export interface CurrentRow<T> {
  /** -1 where there are no rows. */
  index: number
  item: T | undefined
  /** Puts it there and into sight; beyond the ends it stays at them. */
  goTo: (index: number) => void
  setId: (id: number) => void
  /** As `placeAfterKey` from the current row. */
  moveBy: (event: KeyboardEvent) => number | undefined
  /** The next row that begins with the letters typed; undefined for keys that are none, -1 where there is no such row. */
  findByLetter: (event: KeyboardEvent) => number | undefined
  /** The row that a menu is asked for, by right click or by the menu key, and where the menu belongs. */
  forMenu: (event: MouseEvent) => { item: T; at: MenuPlace } | undefined
  /** What the element of a row is called. */
  elementId: (item: T) => string
  /** What can be seen, and the current row, so that it can be named; ascending. */
  drawn: number[]
  /** For the element of the list; without rows it is no stop of the Tab key. */
  listProps: {
    tabIndex: 0 | -1
    'aria-activedescendant': string | undefined
    'data-area-start': true | undefined
    'data-own-focus': true
  }
}

interface Options<T> {
  /** What is open or chosen elsewhere: another one is brought into sight, and the arrows begin there. */
  selected: number | undefined
  /** What type-ahead goes by; without it there is none. */
  textOf?: (item: T) => string
  /** Where the arrows begin, by id. */
  startAt?: number | null
  /** Told the row that is gone to. */
  onCurrent?: (item: T) => void
}

/**
 * The row of a long list that the keyboard is at: lists, trees and chooseable rows have it in common. For a screen
 * reader it is the list’s active descendant.
 */
export function useCurrentRow<T extends { id: number }>(
  items: readonly T[],
  rows: WindowedRows,
  { selected, textOf, startAt = null, onCurrent }: Options<T>,
): CurrentRow<T> {
  const listId = useId()
  const [findByLetters] = useState(typeAhead)
  const [id, setId] = useState<number | null>(startAt)
  const listed = useRef({ items, id })
  const index = indexOfCurrent(items, placeKept(items, id, listed.current), selected)
  const item = items[index]
  const elementId = (one: T) => `${listId}-${one.id}`
  useLayoutEffect(() => {
    if (item) listed.current = { items, id: item.id }
  }, [items, item])

  // Another selection (a document opened from elsewhere) is brought into view; another filter starts at its top.
  const shown = useRef(selected)
  useLayoutEffect(() => {
    if (shown.current === selected) return
    shown.current = selected
    setId(null)
    rows.reveal(items.findIndex((one) => one.id === selected))
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the list begins is asked once
  useLayoutEffect(() => {
    const first = startAt ?? selected
    if (first !== undefined) rows.reveal(items.findIndex((one) => one.id === first))
  }, [])

  const drawn = new Set<number>()
  for (let at = rows.first; at < rows.end; at++) drawn.add(at)
  if (index >= 0) drawn.add(index)

  return {
    index,
    item,
    goTo(to) {
      const at = Math.max(0, Math.min(items.length - 1, to))
      if (!items[at]) return
      setId(items[at].id)
      onCurrent?.(items[at])
      rows.reveal(at)
    },
    setId,
    moveBy(event) {
      return placeAfterKey(event, index, items.length, rows.page)
    },
    findByLetter(event) {
      const isLetter = !(event.ctrlKey || event.metaKey || event.altKey) && /^[\p{L}\p{N}]$/u.test(event.key)
      return isLetter && textOf ? findByLetters(event.key, items.map(textOf), index) : undefined
    },
    forMenu(event) {
      const row = (event.target as Element).closest<HTMLElement>('[data-index]')
      const asked = row ? items[Number(row.dataset.index)] : item
      if (!asked) return undefined
      event.preventDefault()
      setId(asked.id)
      const box = document.getElementById(elementId(asked))?.getBoundingClientRect()
      const at =
        row || !box ? { x: event.clientX, y: event.clientY } : { x: box.left + 24, y: box.bottom - 8 }
      return { item: asked, at }
    },
    elementId,
    drawn: [...drawn].sort((a, b) => a - b),
    listProps: {
      tabIndex: item ? 0 : -1,
      'aria-activedescendant': item && elementId(item),
      'data-area-start': item ? true : undefined,
      'data-own-focus': true,
    },
  }
}

/**
 * Where an arrow, Home, End or a Page key leads in a list of `count` rows of which `page` are in sight; undefined for
 * other keys and for combinations. It may lie beyond the ends.
 */
export function placeAfterKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  index: number,
  count: number,
  page: number,
): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: count - 1,
    PageDown: index + page - 1,
    PageUp: index - page + 1,
  }
  return moves[event.key]
}

/** `id`, or, where its row has gone from the list since, the row next to it. */
function placeKept<T extends { id: number }>(
  items: readonly T[],
  id: number | null,
  before: { items: readonly T[]; id: number | null },
): number | null {
  if (id === null || items === before.items || items.some((item) => item.id === id)) return id
  const there = new Set(items.map((item) => item.id))
  const gone = new Set(before.items.flatMap((item) => (there.has(item.id) ? [] : [item.id])))
  // It may have gone in an earlier change, from where the list went on at another one.
  return survivorNextTo(before.items, gone.has(id) ? id : before.id, gone)?.id ?? null
}

/** The next row that stays where others go, else the last one before; undefined where none is left. */
export function survivorNextTo<T extends { id: number }>(
  items: readonly T[],
  id: number | null,
  gone: ReadonlySet<number>,
): T | undefined {
  const at = items.findIndex((item) => item.id === id)
  const stays = (item: T) => !gone.has(item.id)
  return items.slice(Math.max(0, at)).find(stays) ?? items.slice(0, Math.max(0, at)).findLast(stays)
}

/** Where the person was, else at what is open, else at the top. */
function indexOfCurrent(
  items: readonly { id: number }[],
  id: number | null,
  selected: number | undefined,
): number {
  if (items.length === 0) return -1
  const index = items.findIndex((item) => item.id === id)
  if (index >= 0) return index
  return Math.max(
    0,
    items.findIndex((item) => item.id === selected),
  )
}
