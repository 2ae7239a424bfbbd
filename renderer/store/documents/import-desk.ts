import type { DeskFile } from '../../../preload/contract/import-desk.ts'
import { workbench } from '../workbench.ts'
import { canComeIn, type DeskRow, isGuess, valueIn, withFiles } from './desk-rows.ts'

function changeRows(ids: readonly number[], change: (row: DeskRow) => DeskRow): void {
  const { importDesk } = workbench.getState()
  if (!importDesk) return
  const rows = [...importDesk.rows]
  for (const id of ids) rows[id] = change(rows[id]!)
  workbench.setState({ importDesk: { ...importDesk, rows } })
}

/** Those that cannot come in stay as they are. */
export function includeFiles(ids: readonly number[], isIncluded: boolean): void {
  changeRows(ids, (row) => (canComeIn(row.file) ? { ...row, isIncluded } : row))
}

export function writeIntoFiles(ids: readonly number[], field: string, value: string): void {
  changeRows(ids, (row) => ({ ...row, edits: { ...row.edits, [field]: value } }))
}

/** Says that guessed dates are right: from then on they are as good as written. */
export function confirmDates(ids: readonly number[]): void {
  changeRows(ids, (row) =>
    isGuess(row, 'date') ? { ...row, edits: { ...row.edits, date: valueIn(row, 'date') } } : row,
  )
}

/** Empties every date and language that nobody has said. */
export function dropGuesses(): void {
  const { importDesk } = workbench.getState()
  changeRows(
    (importDesk?.rows ?? []).map(({ file }) => file.id),
    (row) => {
      const guesses = (['date', 'language'] as const).filter((field) => isGuess(row, field))
      return { ...row, edits: { ...row.edits, ...Object.fromEntries(guesses.map((field) => [field, ''])) } }
    },
  )
}

export function takeFiles(files: readonly DeskFile[], left?: number): void {
  workbench.setState(({ importDesk }) =>
    importDesk
      ? {
          importDesk: {
            ...importDesk,
            rows: withFiles(importDesk.rows, files),
            left: left ?? importDesk.left,
          },
        }
      : {},
  )
}
