import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { chipOfKey } from './chip-of-key.ts'
import './text-field.css'
import './chips.css'

export interface Chip {
  id: string
  title: string
}

export interface ChipsProps {
  label: string
  /** Beside the label. */
  aside?: ReactNode
  chips: readonly Chip[]
  /** Null for none. */
  value: string | null
  onChange: (value: string | null) => void
  isDisabled?: boolean
}

/**
 * A few choices side by side, one of them taken or none. A first letter or a number takes one, Backspace takes it
 * back; the arrows move, Space takes or takes back.
 */
export function Chips({ label, aside, chips, value, onChange, isDisabled = false }: ChipsProps) {
  const labelId = useId()
  const group = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const stop = chips.find(({ id }) => id === (current ?? value)) ?? chips[0]

  const goTo = (index: number) => {
    const chip = chips[(index + chips.length) % chips.length]
    if (!chip) return
    setCurrent(chip.id)
    group.current?.querySelectorAll<HTMLElement>('[role="radio"]')[chips.indexOf(chip)]?.focus()
  }
  const take = (chip: Chip) => {
    goTo(chips.indexOf(chip))
    if (chip.id !== value) onChange(chip.id)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isDisabled) return
    const at = stop ? chips.indexOf(stop) : 0
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
    const moves: Record<string, number> = {
      ArrowRight: isRightToLeft ? -1 : 1,
      ArrowLeft: isRightToLeft ? 1 : -1,
      ArrowDown: 1,
      ArrowUp: -1,
    }
    const move = moves[event.key]
    const isLetter = /^[\p{L}\p{N}]$/u.test(event.key)
    if (move !== undefined) goTo(at + move)
    else if (event.key === 'Backspace' || event.key === 'Delete') {
      if (value !== null) onChange(null)
    } else if (event.key === ' ') {
      if (stop) onChange(stop.id === value ? null : stop.id)
    } else if (isLetter) {
      const chip = chipOfKey(chips, event.key, value)
      if (chip) take(chip)
    } else return
    event.preventDefault()
  }
  return (
    <div className="ui-field">
      <span id={labelId} className="ui-field-label ui-chips-label">
        {label} {aside}
      </span>
      <div
        ref={group}
        role="radiogroup"
        aria-labelledby={labelId}
        aria-disabled={isDisabled || undefined}
        className="ui-chips"
        onKeyDown={press}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setCurrent(null)}
      >
        {chips.map((chip, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a native radio can neither be taken back nor moved to without being taken
          <button
            key={chip.id}
            type="button"
            role="radio"
            aria-checked={chip.id === value}
            disabled={isDisabled}
            tabIndex={chip === stop ? 0 : -1}
            className="ui-chip"
            onClick={() => {
              setCurrent(chip.id)
              onChange(chip.id === value ? null : chip.id)
            }}
          >
            {chips.length <= 9 && (
              <span className="ui-chip-number" aria-hidden>
                {index + 1}
              </span>
            )}
            {chip.title}
          </button>
        ))}
      </div>
    </div>
  )
}
