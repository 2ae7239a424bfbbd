import { useDeferredValue, useMemo, useState } from 'react'
import { closeDesk, importFromDesk } from '../../commands/import-documents.ts'
import { changePreferences } from '../../commands/preferences.ts'
import { countOf } from '../../store/counting.ts'
import { type DeskRow, type ImportDesk, isGuess, needsLook } from '../../store/documents/desk-rows.ts'
import { dropGuesses } from '../../store/documents/import-desk.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { DeskTable } from './DeskTable.tsx'
import { FileReadingPane } from './FileReadingPane.tsx'
import './import-desk.css'

type Shown = 'all' | 'failed' | 'look' | 'out'

/** Of a row, whether it is shown. */
const fits: Record<Exclude<Shown, 'all'>, (row: DeskRow) => boolean> = {
  failed: ({ file }) => file.state === 'failed',
  look: needsLook,
  // What cannot be read was left out by nobody.
  out: ({ file, isIncluded }) => !isIncluded && file.state !== 'failed',
}

const empty: Record<Shown, string> = {
  all: '',
  failed: 'Every file can be read.',
  look: 'Nothing is doubtful.',
  out: 'No file is left out.',
}

/** What is about to come in, one row a file: looked over, corrected, left out. Nothing is in the project before. */
export function ImportDeskDialog() {
  const desk = useWorkbench((state) => state.importDesk)
  return desk && <Desk desk={desk} />
}

function Desk({ desk }: { desk: ImportDesk }) {
  const always = useWorkbench((state) => state.preferences.alwaysLayOut)
  const [shown, setShown] = useState<Shown>('all')
  const [current, setCurrent] = useState(0)
  const [chosen, setChosen] = useState<readonly number[]>([])
  // Which rows are shown is settled when the choice is made: a row that was mended must not vanish from under the hand.
  const [settled, setSettled] = useState<ReadonlySet<number> | null>(null)

  const { rows, left } = desk
  const counts = useMemo(() => countRows(rows), [rows])
  const seen = useMemo(
    () => (settled ? rows.filter(({ file }) => settled.has(file.id)) : rows),
    [rows, settled],
  )
  const show = (next: Shown) => {
    const found = next === 'all' ? null : new Set(rows.filter(fits[next]).map(({ file }) => file.id))
    setShown(next)
    setSettled(found)
    // What stands beside the table is about a row of it.
    const [first] = found ?? []
    if (first !== undefined && !found?.has(current)) setCurrent(first)
    setChosen([])
  }
  const isReady = left === 0 && counts.documents > 0
  const done = () => importFromDesk().catch(showFailure)
  const currentRow = rows[current] ?? rows[0]
  // Drawn in pieces: with its choices it takes longer than a person at the keys should wait.
  const beside = useDeferredValue(
    useMemo(
      () => currentRow && { row: currentRow, meant: chosen.includes(current) ? chosen : [current], rows },
      [currentRow, chosen, current, rows],
    ),
    null,
  )

  return (
    <Dialog
      title={`Import ${countOf(rows.length, 'file')}`}
      width="full"
      onClose={closeDesk}
      onConfirm={isReady ? done : undefined}
      headActions={
        left > 0 ? (
          <div className="desk-progress">
            <ProgressBar
              label={`Reading ${countOf(left, 'more file')}`}
              value={rows.length - left}
              max={rows.length}
            />
          </div>
        ) : (
          <Segmented
            label="Which files are shown"
            value={shown}
            onChange={show}
            options={[
              { id: 'all', title: `All ${rows.length.toLocaleString('en')}` },
              ...(counts.failed > 0
                ? [{ id: 'failed' as const, title: `Cannot be read ${counts.failed.toLocaleString('en')}` }]
                : []),
              { id: 'look', title: `To look at ${counts.look.toLocaleString('en')}` },
              { id: 'out', title: `Left out ${counts.out.toLocaleString('en')}` },
            ]}
          />
        )
      }
      description={<Summary counts={counts} passedOver={desk.passedOver} />}
      footer={
        <>
          <div className="ui-dialog-aside">
            <Checkbox
              isSelected={always}
              onChange={(isSelected) => changePreferences({ alwaysLayOut: isSelected }).catch(showFailure)}
              description="Otherwise one or two files with nothing doubtful come in at once."
            >
              Always show this table
            </Checkbox>
          </div>
          <Button onPress={closeDesk}>Cancel</Button>
          <Button look="primary" isDisabled={!isReady} onPress={done}>
            {counts.documents === 0 ? 'Import' : `Import ${countOf(counts.documents, 'document')}`}
          </Button>
        </>
      }
    >
      <div className="desk">
        <DeskTable
          rows={seen}
          current={current}
          onCurrent={setCurrent}
          chosen={chosen}
          onChosen={setChosen}
          empty={empty[shown]}
        />
        {beside && <FileReadingPane {...beside} />}
      </div>
    </Dialog>
  )
}

interface Counts {
  /** That will come in. */
  documents: number
  failed: number
  /** In the project already. */
  there: number
  /** The same as another of these files. */
  twice: number
  guesses: number
  look: number
  out: number
}

function countRows(rows: readonly DeskRow[]): Counts {
  const counts: Counts = { documents: 0, failed: 0, there: 0, twice: 0, guesses: 0, look: 0, out: 0 }
  for (const row of rows) {
    const { file, isIncluded } = row
    if (file.state === 'waiting') continue
    counts.documents += isIncluded ? Math.max(1, file.documents) : 0
    counts.failed += Number(file.state === 'failed')
    counts.there += Number(file.same?.where === 'project')
    counts.twice += Number(file.same?.where === 'chosen')
    counts.look += Number(fits.look(row))
    counts.out += Number(fits.out(row))
    if (isIncluded)
      counts.guesses += (['date', 'language'] as const).filter((field) => isGuess(row, field)).length
  }
  return counts
}

/** What there is to know before one goes on, in a line. */
function Summary({ counts, passedOver }: { counts: Counts; passedOver: readonly string[] }) {
  const { failed, there, twice, guesses } = counts
  const said = [
    failed > 0 && `${countOf(failed, 'file')} cannot be read.`,
    there > 0 && `${countOf(there, 'text')} ${there === 1 ? 'is' : 'are'} in the project already.`,
    twice > 0 &&
      `${countOf(twice, 'file')} ${twice === 1 ? 'says' : 'say'} the same as another one of these.`,
    ...passedOver,
  ].filter(Boolean)
  return (
    <span className="desk-summary">
      {said.length > 0 ? said.join(' ') : 'Look over what the files say of themselves, and correct it.'}
      {guesses > 0 && (
        <>
          {' '}
          <span className="desk-guess">
            {guesses === 1 ? '1 value' : `${guesses.toLocaleString('en')} values`}
          </span>{' '}
          {guesses === 1 ? 'is a guess.' : 'are guesses.'}{' '}
          <Button look="quiet" onPress={dropGuesses}>
            Leave guesses empty
          </Button>
        </>
      )}
      <span className="desk-keys">
        Enter corrects a cell, Space leaves a file out, <Shortcut keys="CmdOrCtrl+Enter" /> imports.
      </span>
    </span>
  )
}
