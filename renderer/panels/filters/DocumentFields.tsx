import { useMemo, useState } from 'react'
import type { DocumentFilter } from '../../../preload/contract/filter.ts'
import { isDate } from '../../store/date-in-words.ts'
import { fieldValues } from '../../store/documents/field-values.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { Select } from '../../ui/Select.tsx'
import './filters.css'

export interface DocumentFieldsProps {
  filter: DocumentFilter
  onChange: (filter: DocumentFilter) => void
  /** The field of the metadata that stands there first. */
  field?: string
}

const checkDate = (date: string) => (isDate(date) ? '' : 'Write it as 2021, 2021-05 or 2021-05-31.')

/** Which documents: by title, by one field of what is known about them, by date. */
export function DocumentFields({ filter, onChange, field = 'author' }: DocumentFieldsProps) {
  const change = (part: Partial<DocumentFilter>) => onChange({ ...filter, ...part })
  return (
    <fieldset>
      <legend>Documents</legend>
      <FinishedField
        isDisabled={false}
        label="Title"
        value={filter.title}
        keep={(title) => change({ title })}
      />
      <MetadataField fields={filter.fields} first={field} onChange={(fields) => change({ fields })} />
      <FinishedField
        isDisabled={false}
        label="From"
        check={checkDate}
        value={filter.from}
        keep={(from) => change({ from })}
      />
      <FinishedField
        isDisabled={false}
        label="Until"
        check={checkDate}
        value={filter.until}
        keep={(until) => change({ until })}
      />
    </fieldset>
  )
}

interface MetadataFieldProps {
  fields: DocumentFilter['fields']
  first: string
  onChange: (fields: DocumentFilter['fields']) => void
}

const always = ['author', 'outlet', 'language', 'collections']
/** Values that are offered; whoever means another one writes it. */
const mostOffered = 1000

/** A field and what it holds. The values that documents have are offered. */
function MetadataField({ fields, first, onChange }: MetadataFieldProps) {
  const documents = useWorkbench((state) => state.documents)
  const [chosen, setChosen] = useState(first)
  const { name, value } = fields[0] ?? { name: chosen, value: '' }
  const [typed, setTyped] = useState<string | null>(null)
  const names = useMemo(
    () => [...new Set([...always, ...fieldValues(documents).keys()])].filter((one) => one !== 'date'),
    [documents],
  )
  const values = useMemo(
    () =>
      (fieldValues(documents).get(name) ?? []).slice(0, mostOffered).map((title) => ({ id: title, title })),
    [documents, name],
  )
  const keep = (words: string, of = name) => {
    setTyped(null)
    const kept = words.trim()
    if (kept !== value || of !== name) onChange(kept === '' ? [] : [{ name: of, value: kept }])
  }
  return (
    <>
      <Select
        label="Field"
        choices={names.map((id) => ({ id, title: id[0]!.toUpperCase() + id.slice(1) }))}
        value={name}
        onChange={(next) => {
          setChosen(next)
          keep(value, next)
        }}
      />
      <ComboBox
        key={name}
        label="Holds"
        choices={values}
        words={typed ?? value}
        onWords={setTyped}
        onKeep={keep}
        opens="input"
      />
    </>
  )
}
