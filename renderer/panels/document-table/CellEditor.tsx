import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { say } from '../../store/notices.ts'
import type { Column } from './columns.ts'
import { fitting, problemWith } from './edit-cell.ts'

export interface CellEditorProps {
  column: Pick<Column, 'title' | 'kind'>
  /** What stands in the cell, or the letter that began the editing. */
  start: string
  /** Whether all of it is selected, so that typing takes its place. */
  selectAll: boolean
  /** How many documents it is written into. */
  count: number
  suggestions: readonly string[]
  /** Where there is no room below. */
  opensUpward: boolean
  /** `words`: null where Tab only passes through. `go`: on to the next cell, back to the one before, or nowhere. */
  onKeep: (words: string | null, go: 1 | -1 | 0) => void
  onLeave: () => void
}

const mostSuggestions = 8

/** A cell being written: values already used are offered below it. Enter keeps, Tab keeps and goes on, Escape does not. */
export function CellEditor(props: CellEditorProps) {
  const { column, start, selectAll, count, suggestions, opensUpward, onKeep, onLeave } = props
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  // Kept or left: the field loses the focus once more when it goes.
  const isOver = useRef(false)
  const [words, setWords] = useState(start)
  const [isTyped, setTyped] = useState(!selectAll)
  const [current, setCurrent] = useState(-1)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    if (selectAll) field.current?.select()
  }, [selectAll])

  const offered = fitting(suggestions, isTyped ? words : '', mostSuggestions)
  const keep = (value: string, go: 1 | -1 | 0) => {
    const wrong = problemWith(column, value)
    setProblem(wrong)
    if (wrong !== '') return
    isOver.current = true
    onKeep(value, go)
  }
  /** Tab through a cell says nothing of what stands in it: a guess stays one, and other chosen rows stay as they are. */
  const pass = (value: string, go: 1 | -1) => {
    if (isTyped || current >= 0) return keep(value, go)
    isOver.current = true
    onKeep(null, go)
  }
  const leave = () => {
    isOver.current = true
    onLeave()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    event.stopPropagation()
    const taken = offered[current] ?? words
    if (event.key === 'Enter') keep(taken, 0)
    else if (event.key === 'Tab') pass(taken, event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') leave()
    else if (event.key === 'ArrowDown') setCurrent(Math.min(offered.length - 1, current + 1))
    else if (event.key === 'ArrowUp') setCurrent(Math.max(-1, current - 1))
    else return
    event.preventDefault()
  }
  // Leaving by mouse keeps what can be kept.
  const blur = () => {
    if (isOver.current) return
    const wrong = problemWith(column, words)
    if (wrong === '' && words !== start) return keep(words, 0)
    if (wrong !== '' && isTyped) say(`${column.title} stays as it was. ${wrong}`)
    leave()
  }

  return (
    <div className="cell-editor">
      <input
        ref={field}
        role="combobox"
        aria-label={count > 1 ? `${column.title} of ${count} documents` : column.title}
        aria-expanded={offered.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined}
        aria-invalid={problem !== '' || undefined}
        aria-describedby={problem !== '' || count > 1 ? `${listId}-note` : undefined}
        className="cell-editor-field"
        data-own-focus
        spellCheck={false}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setTyped(true)
          setCurrent(-1)
          setProblem('')
        }}
        onKeyDown={press}
        onBlur={blur}
        onDoubleClick={(event) => event.stopPropagation()}
      />
      <div
        className="cell-editor-below"
        hidden={offered.length === 0 && problem === '' && count === 1}
        data-upward={opensUpward || undefined}
      >
        {(problem !== '' || count > 1) && (
          <p
            id={`${listId}-note`}
            role={problem === '' ? undefined : 'alert'}
            className="cell-editor-note"
            data-problem={problem !== '' || undefined}
          >
            {problem || `For ${count} documents`}
          </p>
        )}
        <div id={listId} role="listbox" aria-label={`Values of ${column.title}`} className="cell-editor-list">
          {offered.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and the keys
            // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
            <div
              key={one}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              className="cell-editor-option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => keep(one, 0)}
            >
              {one}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}
