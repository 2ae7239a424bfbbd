import { type CSSProperties, type RefObject, useMemo, useState } from 'react'
import { copyRows } from '../../commands/copy-rows.ts'
import { type Matrix, matrixRows, nameOf, type Pair, pairInWords } from '../../store/argument/answering.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { type GridHandle, WindowedGrid } from '../grid/WindowedGrid.tsx'
import { VoiceName } from './AnswersTable.tsx'
import { openBetween } from './open-between.ts'

const headWidth = 200
const cellWidth = 52
/** In CSS pixels: a digit or sign in a cell, and the room around both numbers. */
const signWidth = 7.5
const cellRoom = 12

/** Speaker by speaker: rows answer, columns are answered. A cell has the links against with a minus, those for with a plus. */
export function AnswersMatrix({ matrix, grid }: { matrix: Matrix; grid: RefObject<GridHandle | null> }) {
  const between = useWorkbench((state) => state.speakersView.between)
  const { answering, answered, at } = matrix
  const widths = useMemo(() => widthsOf(matrix), [matrix])
  const [cursor, setCursor] = useState(() => ({
    row: Math.max(
      0,
      answering.findIndex(({ key }) => key === between?.from),
    ),
    column: Math.max(1, answered.findIndex(({ key }) => key === between?.to) + 1),
  }))
  const isOpen = (row: number, column: number) =>
    between !== null &&
    (between.from ?? null) === (answering[row]?.key ?? null) &&
    (column === 0 ? between.to === null : between.to === answered[column - 1]?.key)
  return (
    <section className="voices-matrix" aria-label="Matrix">
      <p className="voices-legend">
        Rows answer, columns are answered. <b data-stance="against">−</b> links against,{' '}
        <b data-stance="for">+</b> links for, a number alone: other links.
      </p>
      <WindowedGrid
        handle={grid}
        label="Who answers whom, speaker by speaker"
        cursor={cursor}
        onCursor={setCursor}
        rows={answering.length}
        widths={widths}
        rowHeight={30}
        headHeight={132}
        head={(column) =>
          column === 0 ? (
            <span className="voices-corner">answers ↓ whom →</span>
          ) : (
            <span className="voices-turned" title={nameOf(answered[column - 1]!)}>
              <VoiceName voice={answered[column - 1]!} />
            </span>
          )
        }
        cell={(row, column) =>
          column === 0 ? <VoiceName voice={answering[row]!} /> : <MatrixCell pair={at(row, column - 1)} />
        }
        nameOf={(row, column) =>
          column === 0
            ? undefined
            : `${nameOf(answering[row]!)} answers ${nameOf(answered[column - 1]!)}: ${pairInWords(at(row, column - 1))}`
        }
        propsOf={(row, column) => (column === 0 ? {} : lookOf(at(row, column - 1), matrix.most))}
        isOpen={isOpen}
        onOpen={({ row, column }) => {
          const from = row < 0 ? null : answering[row]!.key
          const to = column === 0 ? null : answered[column - 1]!.key
          if ((from !== null || to !== null) && (row < 0 || column === 0 || at(row, column - 1)))
            openBetween({ from, to })
        }}
        onCopy={() => copyRows(matrixRows(matrix, 'against'), 'table').catch(showFailure)}
      />
    </section>
  )
}

/** Each column as wide as its longest numbers: one that is cut off would look like a smaller one. */
function widthsOf({ answering, answered, at }: Matrix): number[] {
  const signs = (count: number) => (count > 0 ? count.toLocaleString('en').length + 1 : 0)
  const columns = answered.map((_, column) =>
    answering.reduce((widest, _, row) => {
      const pair = at(row, column)
      return pair ? Math.max(widest, signs(pair.against) + signs(pair.for), signs(pair.other) - 1) : widest
    }, 0),
  )
  return [headWidth, ...columns.map((most) => Math.max(cellWidth, Math.ceil(most * signWidth + cellRoom)))]
}

function MatrixCell({ pair }: { pair: Pair | undefined }) {
  if (!pair) return null
  return (
    <span className="voices-cell">
      {pair.against > 0 && <b data-stance="against">−{pair.against.toLocaleString('en')}</b>}
      {pair.for > 0 && <b data-stance="for">+{pair.for.toLocaleString('en')}</b>}
      {pair.against === 0 && pair.for === 0 && <b data-stance="other">{pair.other.toLocaleString('en')}</b>}
    </span>
  )
}

/** The more links, the stronger; its colour by what there is more of. */
function lookOf(pair: Pair | undefined, most: number): { className: string; style?: CSSProperties } {
  if (!pair || most === 0) return { className: 'voices-square' }
  const stance = pair.against >= pair.for ? 'against' : 'for'
  const share = Math.log1p(Math.max(pair.against, pair.for)) / Math.log1p(most)
  return {
    className: `voices-square voices-${pair.against + pair.for === 0 ? 'other' : stance}`,
    style: { '--share': `${Math.round(6 + 22 * share)}%` } as CSSProperties,
  }
}
