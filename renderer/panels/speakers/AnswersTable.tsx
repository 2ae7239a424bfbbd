import { ArrowDown } from 'lucide-react'
import { type RefObject, useMemo, useState } from 'react'
import { copyRows } from '../../commands/copy-rows.ts'
import { nameOf, type Pair, sortedPairs, tableRows } from '../../store/argument/answering.ts'
import { changeSpeakersView } from '../../store/argument/speakers.ts'
import type { SpeakersView } from '../../store/argument/speakers-view.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type GridHandle, WindowedGrid } from '../grid/WindowedGrid.tsx'
import { openBetween } from './open-between.ts'

const columns: readonly { title: string; sort: SpeakersView['sort'] | null }[] = [
  { title: 'Who', sort: null },
  { title: 'answers whom', sort: null },
  { title: 'Against', sort: 'against' },
  { title: 'For', sort: 'for' },
  { title: 'Other', sort: 'other' },
  { title: 'First', sort: 'first' },
  { title: 'Last', sort: 'last' },
]
const widths = [230, 230, 90, 90, 90, 120, 120]
const names = [0, 1]

export interface AnswersTableProps {
  pairs: readonly Pair[]
  sort: SpeakersView['sort']
  grid: RefObject<GridHandle | null>
}

/** A row for each pair of speakers of whom one answers the other. */
export function AnswersTable({ pairs, sort, grid }: AnswersTableProps) {
  const between = useWorkbench((state) => state.speakersView.between)
  const rows = useMemo(() => sortedPairs(pairs, sort), [pairs, sort])
  const open = rows.findIndex(({ from, to }) => from.key === between?.from && to.key === between.to)
  const [cursor, setCursor] = useState({ row: Math.max(0, open), column: 0 })
  return (
    <WindowedGrid
      handle={grid}
      label="Who answers whom"
      cursor={cursor}
      onCursor={setCursor}
      rows={rows.length}
      widths={widths}
      growing={names}
      rowHeight={32}
      headHeight={32}
      head={(column) => (
        <span className="voices-head">
          {columns[column]!.title}
          {columns[column]!.sort === sort && <Icon of={ArrowDown} size={12} />}
        </span>
      )}
      sortOf={(column) =>
        columns[column]!.sort === null
          ? undefined
          : columns[column]!.sort !== sort
            ? 'none'
            : sort === 'first'
              ? 'ascending'
              : 'descending'
      }
      cell={(row, column) => <Cell pair={rows[row]!} column={column} />}
      isNumber={(column) => column >= 2 && column <= 4}
      isOpen={(row) => row === open}
      onOpen={({ row, column }) => {
        if (row >= 0) openBetween({ from: rows[row]!.from.key, to: rows[row]!.to.key })
        else if (columns[column]!.sort) changeSpeakersView({ sort: columns[column]!.sort })
      }}
      onCopy={() => copyRows(tableRows(rows), 'table').catch(showFailure)}
    />
  )
}

function Cell({ pair, column }: { pair: Pair; column: number }) {
  switch (column) {
    case 0:
      return <VoiceName voice={pair.from} />
    case 1:
      return <VoiceName voice={pair.to} />
    case 2:
      return <Count stance="against" count={pair.against} />
    case 3:
      return <Count stance="for" count={pair.for} />
    case 4:
      return <Count stance="other" count={pair.other} />
    default:
      return <span>{dateInWords(column === 5 ? pair.first : pair.last)}</span>
  }
}

export function VoiceName({ voice }: { voice: Pair['from'] }) {
  return (
    <span className="voice" data-kind={voice.kind} dir="auto" title={nameOf(voice)}>
      {nameOf(voice)}
    </span>
  )
}

function Count({ stance, count }: { stance: string; count: number }) {
  return (
    <span className="voices-count" data-stance={stance} data-none={count === 0 || undefined}>
      {count.toLocaleString('en')}
    </span>
  )
}
