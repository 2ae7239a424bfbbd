import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { placeAfterKey } from './current-row.ts'
import { useWindowedRows } from './windowed-rows.ts'
import './dialog.css'
import './picker.css'

export interface PickerItem {
  id: string | number
  isDisabled?: boolean
}

export interface PickerProps<T extends PickerItem> {
  /** Its name for a screen reader. */
  label: string
  placeholder: string
  words: string
  onWords: (words: string) => void
  /** Already filtered and in order. */
  items: readonly T[]
  children: (item: T) => ReactNode
  /** `other`: with Shift or Ctrl (Cmd on a Mac) held. */
  onPick: (item: T, other: boolean) => void
  onClose: () => void
  /** Of every row, in CSS pixels. */
  rowHeight?: number
  /** What to say where nothing fits. */
  empty?: string
  /** A line below: what the keys do. */
  hint?: ReactNode
  /** More about the current item, below the list; null where there is nothing to say. */
  more?: (item: T) => ReactNode
  /** A line above the field: what is being chosen. */
  heading?: ReactNode
  /** The place of the row that is current at first. */
  startAt?: number
}

/** Type a few letters, take one: Enter or a click takes the current row, the arrows move it, Escape leaves. */
export function Picker<T extends PickerItem>(props: PickerProps<T>) {
  const { label, placeholder, words, onWords, items, children, onPick, onClose, rowHeight = 34 } = props
  const { empty = 'Nothing fits these words.', hint, heading, more, startAt = 0 } = props
  const listId = useId()
  const rows = useWindowedRows(items.length, rowHeight)
  const [current, setCurrent] = useState(Math.max(0, startAt))
  const index = Math.min(current, items.length - 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the list begins is asked once
  useLayoutEffect(() => rows.reveal(current), [])

  // Over a dialog the field takes the focus only now: before, the dialog took it back.
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  // Other words, other best fit.
  const take = (typed: string) => {
    setCurrent(0)
    if (rows.scroller.current) rows.scroller.current.scrollTop = 0
    onWords(typed)
  }
  const goTo = (wanted: number) => {
    const next = Math.max(0, Math.min(items.length - 1, wanted))
    setCurrent(next)
    rows.reveal(next)
  }
  const pick = (item: T | undefined, event: { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }) => {
    if (item && !item.isDisabled) onPick(item, event.shiftKey || event.ctrlKey || event.metaKey)
  }
  const press = (event: KeyboardEvent) => {
    // Home and End move in the words; an arrow goes round.
    const isOfField = event.key === 'Home' || event.key === 'End'
    const move = isOfField ? undefined : placeAfterKey(event, index, items.length, rows.page)
    if (move !== undefined) goTo(event.key.startsWith('Arrow') ? (move + items.length) % items.length : move)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) pick(items[index], event)
    else return
    event.preventDefault()
    // Nor is it a key of the dialog that this may stand over.
    event.stopPropagation()
  }

  const currentItem = items[index]
  const about = currentItem && more?.(currentItem)
  const drawn = items.slice(rows.first, rows.end).map((item, offset) => ({ item, at: rows.first + offset }))
  return (
    <ModalOverlay className="ui-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="ui-modal ui-picker-modal">
        <AriaDialog className="ui-dialog" aria-label={label}>
          {heading && <div className="ui-picker-heading">{heading}</div>}
          <input
            ref={field}
            // biome-ignore lint/a11y/noAutofocus: it was asked for in order to type
            autoFocus
            role="combobox"
            aria-label={label}
            aria-expanded
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={items[index] ? `${listId}-${items[index].id}` : undefined}
            className="ui-picker-field"
            data-own-focus
            placeholder={placeholder}
            spellCheck={false}
            value={words}
            onChange={(event) => take(event.target.value)}
            onKeyDown={press}
          />
          <div
            ref={rows.scroller}
            id={listId}
            role="listbox"
            aria-label={label}
            tabIndex={-1}
            className="ui-picker-scroller"
            data-own-focus
            onScroll={rows.onScroll}
            onMouseDown={keepFocus}
          >
            <div role="presentation" className="ui-virtual-rows" style={{ height: rows.height }}>
              {drawn.map(({ item, at }) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
                // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
                <div
                  key={item.id}
                  id={`${listId}-${item.id}`}
                  role="option"
                  aria-selected={at === index}
                  aria-describedby={at === index && about ? `${listId}-more` : undefined}
                  aria-disabled={item.isDisabled || undefined}
                  aria-posinset={at + 1}
                  aria-setsize={items.length}
                  className="ui-picker-row"
                  style={{ height: rowHeight, transform: `translateY(${at * rowHeight}px)` }}
                  onPointerMove={() => at !== index && setCurrent(at)}
                  onClick={(event) => pick(item, event)}
                >
                  {children(item)}
                </div>
              ))}
            </div>
          </div>
          {items.length === 0 && <p className="ui-picker-empty">{empty}</p>}
          <p role="status" className="ui-hidden">
            {words !== '' && `${items.length} found`}
          </p>
          {about && (
            <div id={`${listId}-more`} className="ui-picker-more">
              {about}
            </div>
          )}
          {hint && <div className="ui-picker-hint">{hint}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The field keeps the focus while the list is clicked and scrolled. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}
