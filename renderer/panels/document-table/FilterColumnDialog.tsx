import { useState } from 'react'
import { dateFrom, isDate } from '../../store/date-in-words.ts'
import { fieldValues } from '../../store/documents/field-values.ts'
import type { ColumnFilter } from '../../store/documents/table-view.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { dateHint } from '../documents/details-form.ts'
import { statuses } from '../documents/StatusSign.tsx'
import { filterColumn } from './change-columns.ts'
import { type Column, columnsFor } from './columns.ts'

/** What a column is to let through. */
export function FilterColumnDialog({ columnId, onClose }: { columnId: string; onClose: () => void }) {
  const documents = useWorkbench((state) => state.documents)
  const former = useWorkbench((state) => state.table.filters[columnId])
  const column = columnsFor(documents).find(({ id }) => id === columnId)
  const [filter, setFilter] = useState<ColumnFilter>(former ?? usualFilter(column))
  if (!column) return null
  const problem = problemIn(filter, column)
  const keep = (kept: ColumnFilter | null) => {
    onClose()
    const isOfDates = kept?.kind === 'between' && column.kind !== 'number'
    filterColumn(columnId, isOfDates ? { ...kept, from: dateFrom(kept.from), to: dateFrom(kept.to) } : kept)
  }
  return (
    <Dialog
      title={`Filter by ${column.title.toLowerCase()}`}
      width="small"
      onClose={onClose}
      footer={
        <>
          {former && <Button onPress={() => keep(null)}>Take the filter away</Button>}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={problem !== ''} onPress={() => keep(filter)}>
            Filter
          </Button>
        </>
      }
    >
      <form
        className="filter-column"
        onSubmit={(event) => {
          event.preventDefault()
          if (problem === '') keep(filter)
        }}
      >
        <Select
          aria-label="What it lets through"
          choices={kindsFor(column)}
          value={filter.kind}
          onChange={(kind) => setFilter(ofKind(kind))}
        />
        <FilterFields filter={filter} column={column} onChange={setFilter} />
      </form>
    </Dialog>
  )
}

interface FilterFieldsProps {
  filter: ColumnFilter
  column: Column
  onChange: (filter: ColumnFilter) => void
}

function FilterFields({ filter, column, onChange }: FilterFieldsProps) {
  const documents = useWorkbench((state) => state.documents)
  switch (filter.kind) {
    case 'contains':
      return (
        <TextField
          aria-label="Words"
          autoFocus
          value={filter.words}
          onChange={(words) => onChange({ kind: 'contains', words })}
        />
      )
    case 'is': {
      const values =
        column.kind === 'status'
          ? statuses.map(({ title }) => title)
          : (fieldValues(documents).get(column.field) ?? [])
      const take = (value: string) => onChange({ kind: 'is', value })
      return (
        <ComboBox
          aria-label="Value"
          autoFocus
          opens="input"
          choices={values.map((title) => ({ id: title, title }))}
          words={filter.value}
          onWords={take}
          onKeep={take}
        />
      )
    }
    case 'between': {
      const isNumber = column.kind === 'number'
      const hint = (text: string) => (isNumber ? numberProblem(text) : isDate(dateFrom(text)) ? '' : dateHint)
      return (
        <div className="filter-between">
          <TextField
            label="From"
            autoFocus
            placeholder={isNumber ? '0' : '1945-05'}
            value={filter.from}
            error={hint(filter.from) || undefined}
            onChange={(from) => onChange({ ...filter, from })}
          />
          <TextField
            label="To"
            placeholder={isNumber ? '1000' : '1950'}
            value={filter.to}
            error={hint(filter.to) || undefined}
            onChange={(to) => onChange({ ...filter, to })}
          />
        </div>
      )
    }
    default:
      return null
  }
}

const kindTitles: Record<ColumnFilter['kind'], string> = {
  contains: 'Contains',
  is: 'Is',
  between: 'Is between',
  empty: 'Is empty',
  filled: 'Is not empty',
}

function kindsFor({ kind }: Column): { id: ColumnFilter['kind']; title: string }[] {
  const kinds: ColumnFilter['kind'][] =
    kind === 'number' || kind === 'day'
      ? ['between']
      : kind === 'date'
        ? ['between', 'contains', 'empty', 'filled']
        : kind === 'status'
          ? ['is']
          : kind === 'title'
            ? ['contains', 'is']
            : ['contains', 'is', 'empty', 'filled']
  return kinds.map((id) => ({ id, title: kindTitles[id] }))
}

const usualFilter = (column: Column | undefined): ColumnFilter =>
  ofKind(column ? kindsFor(column)[0]!.id : 'contains')

function ofKind(kind: ColumnFilter['kind']): ColumnFilter {
  if (kind === 'contains') return { kind, words: '' }
  if (kind === 'is') return { kind, value: '' }
  return kind === 'between' ? { kind, from: '', to: '' } : { kind }
}

const numberProblem = (text: string): string =>
  /^\s*\d*\s*$/.test(text) ? '' : 'Write a whole number, or nothing.'

function problemIn(filter: ColumnFilter, column: Column): string {
  if (filter.kind === 'contains') return filter.words.trim() === '' ? 'words' : ''
  if (filter.kind === 'is') return filter.value.trim() === '' ? 'value' : ''
  if (filter.kind !== 'between') return ''
  if (filter.from.trim() === '' && filter.to.trim() === '') return 'ends'
  if (column.kind === 'number') return numberProblem(filter.from) || numberProblem(filter.to)
  return [filter.from, filter.to].every((date) => isDate(dateFrom(date))) ? '' : dateHint
}
