import { useEffect, useState } from 'react'
import type { FileChoices } from '../../../preload/contract/file-reading.ts'
import { request } from '../../client.ts'
import { chooseReading } from '../../commands/import-desk.ts'
import { countOf } from '../../store/counting.ts'
import { type DeskRow, isGuess, valueIn } from '../../store/documents/desk-rows.ts'
import { confirmDates } from '../../store/documents/import-desk.ts'
import { showFailure } from '../../store/notices.ts'
import { workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { encodingChoices } from './encodings.ts'
import { TableColumns } from './TableColumns.tsx'

export interface FileReadingPaneProps {
  row: DeskRow
  /** The files that a choice here is made for. */
  meant: readonly number[]
  rows: readonly DeskRow[]
}

/** How one file is read, what was left out of it, and how its text begins. What is changed is read anew at once. */
export function FileReadingPane({ row, meant, rows }: FileReadingPaneProps) {
  const { file } = row
  const { reading, choices, same } = file
  // That the encoding, the sheet or the column is a guess stands beside the choice already.
  const notes = file.notes.filter(
    (note) =>
      !(reading.isEncodingGuessed && note.includes('which is a guess')) &&
      !(reading.table && note.endsWith(': a guess.')),
  )
  const beginning = useBeginning(row)
  const fitting = (test: (one: DeskRow['file']) => boolean) =>
    meant.filter((id) => rows[id] && test(rows[id].file))
  const choose = (ids: readonly number[], change: Partial<FileChoices>) =>
    chooseReading(ids, change).catch(showFailure)
  const encoded = fitting(
    (one) => one.reading.encoding !== '' || (one.state === 'failed' && one.format !== ''),
  )
  const pages = fitting((one) => one.reading.page !== null)
  const dated = meant.filter((id) => rows[id] && isGuess(rows[id], 'date'))
  const spoken = fitting((one) => one.reading.turns !== null)

  return (
    <aside className="desk-pane" aria-label="How this file is read">
      <h3 className="desk-pane-name">{file.name}</h3>
      {file.state === 'failed' && <Notice tone="failure">{file.problem}</Notice>}
      {same && <Notice tone="note">{sameInWords(same)}</Notice>}
      {encoded.includes(file.id) && (
        <Select
          label={forSeveral('Encoding', encoded)}
          choices={encodingChoices(reading.encoding)}
          value={file.state === 'failed' ? (choices.encoding ?? 'detect') : reading.encoding || 'detect'}
          onChange={(encoding) => choose(encoded, { encoding: encoding === 'detect' ? null : encoding })}
          description={
            reading.isEncodingGuessed
              ? 'A guess. Do the letters below look right?'
              : choices.encoding !== null
                ? 'As you chose it.'
                : undefined
          }
        />
      )}
      {reading.page !== null && (
        <Field label={forSeveral('Of the page', pages)}>
          <Segmented
            label="What of the page comes in"
            value={reading.page}
            onChange={(page) => choose(pages, { page })}
            options={[
              { id: 'article', title: 'Article' },
              { id: 'whole', title: 'Whole page' },
            ]}
          />
        </Field>
      )}
      {reading.turns !== null && (
        <Field label={forSeveral('Speakers', spoken)}>
          <Segmented
            label="Whether names before lines are speakers"
            value={reading.turns ? 'turns' : 'text'}
            onChange={(chosen) => choose(spoken, { turns: chosen === 'turns' })}
            options={[
              { id: 'turns', title: 'Turns of speakers' },
              { id: 'text', title: 'Part of the text' },
            ]}
          />
          {reading.areTurnsGuessed && <p className="desk-help">A guess. Are these names of speakers?</p>}
        </Field>
      )}
      {dated.includes(file.id) && (
        <Field label={forSeveral('Date', dated)}>
          <p className="desk-help">
            A guess from {file.dateFrom === 'name' ? 'the name of the file' : 'the first lines'}:{' '}
            {valueIn(row, 'date')}
          </p>
          <Button onPress={() => confirmDates(dated)}>
            {dated.length === 1 ? 'It is right' : 'They are right'}
          </Button>
        </Field>
      )}
      {reading.table && <TableColumns file={file} table={reading.table} />}
      {notes.length > 0 && (
        <ul className="desk-notes" aria-label="Remarks">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {beginning !== '' && (
        <figure className="desk-beginning">
          <figcaption>{reading.table ? 'The first text' : 'It begins'}</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key */}
          <div className="desk-words selectable" dir="auto" lang={valueIn(row, 'language')} tabIndex={0}>
            {beginning}
          </div>
        </figure>
      )}
    </aside>
  )
}

function Field({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="desk-field">
      <p className="ui-field-label">{label}</p>
      {children}
    </div>
  )
}

const forSeveral = (label: string, ids: readonly number[]) =>
  ids.length > 1 ? `${label} of ${countOf(ids.length, 'file')}` : label

function sameInWords({ by, where, name }: NonNullable<DeskRow['file']['same']>): string {
  const what = by === 'file' ? 'The same file' : 'The same words'
  return where === 'project'
    ? `${what} stand${by === 'file' ? 's' : ''} in the project already, as “${name}”.`
    : `${what} ${by === 'file' ? 'is' : 'are'} chosen twice: also as “${name}”.`
}

/** How the text of a file begins, as it is read now. */
function useBeginning({ file }: DeskRow): string {
  const [beginning, setBeginning] = useState({ id: -1, text: '' })
  useEffect(() => {
    const { importDesk } = workbench.getState()
    if (!importDesk || file.state !== 'read') return setBeginning({ id: file.id, text: '' })
    let isCurrent = true
    request('importDesk.beginning', { desk: importDesk.desk, id: file.id })
      .then(({ text }) => isCurrent && setBeginning({ id: file.id, text }))
      .catch(() => isCurrent && setBeginning({ id: file.id, text: '' }))
    return () => {
      isCurrent = false
    }
  }, [file])
  return beginning.id === file.id ? beginning.text : ''
}
