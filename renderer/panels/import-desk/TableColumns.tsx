import type { ColumnUse, FileReading, TableChoice } from '../../../preload/contract/file-reading.ts'
import type { DeskFile } from '../../../preload/contract/import-desk.ts'
import { withUse } from '../../../preload/contract/table-columns.ts'
import { chooseReading } from '../../commands/import-desk.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { Checkbox } from '../../ui/Choices.tsx'
import { Select } from '../../ui/Select.tsx'
import { choicesFor, fromId, idOfUse, separators } from './column-uses.ts'

type Table = NonNullable<FileReading['table']>

/** Which column is the text and what the others are, each with what stands in it first. */
export function TableColumns({ file, table }: { file: DeskFile; table: Table }) {
  const choose = (change: Partial<TableChoice>) => {
    const before = file.choices.table ?? {
      separator: null,
      hasHead: null,
      uses: null,
      named: null,
      sheet: null,
    }
    chooseReading([file.id], { table: { ...before, ...change } }).catch(showFailure)
  }
  const setUse = (at: number, use: ColumnUse) => choose({ uses: withUse(table.uses, { ...table, at, use }) })
  return (
    <section className="desk-columns" aria-label="Columns of the table">
      <p className="desk-help">
        {file.documents === table.rows
          ? `${countOf(table.rows, 'row')}, one document each.`
          : `${countOf(table.rows, 'row')}, ${countOf(file.documents, 'document')}: those with a text.`}
        {table.isGuessed && ' Which column is the text is a guess.'}
      </p>
      {table.sheets.length > 1 && (
        <Select
          label="Sheet"
          choices={table.sheets.map((sheet) => ({ id: sheet, title: sheet }))}
          value={table.sheet}
          description={table.isSheetGuessed ? 'A guess: the first that is shown and not empty.' : undefined}
          onChange={(sheet) => choose({ sheet, uses: null, hasHead: null })}
        />
      )}
      {table.separator !== '' && (
        <Select
          label="Cells are separated by"
          choices={separators(table.separator)}
          value={table.separator}
          onChange={(separator) => choose({ separator, uses: null, hasHead: null })}
        />
      )}
      <Checkbox isSelected={table.hasHead} onChange={(hasHead) => choose({ hasHead, uses: null })}>
        The first row names the columns
      </Checkbox>
      <ul className="desk-column-list">
        {table.names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns may have the same name and never move
          <li key={at}>
            <p className="desk-column-name">{name}</p>
            <Select
              aria-label={`Column ${name} is`}
              choices={choicesFor(name, table.uses[at])}
              value={idOfUse(table.uses[at] ?? { as: 'nothing' })}
              onChange={(id) => setUse(at, fromId(id))}
            />
            <p className="desk-column-sample" dir="auto">
              {table.sample.map((row) => row[at] ?? '').find((cell) => cell !== '') ?? 'Empty'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
