import { useState } from 'react'
import { openClaim } from '../../commands/claims.ts'
import { copyRows } from '../../commands/copy-rows.ts'
import { nameOf } from '../../store/answering.ts'
import { changeTimeView, type Life } from '../../store/lives.ts'
import { showFailure } from '../../store/notices.ts'
import { workbench } from '../../store/workbench.ts'
import { dateInWords } from '../documents/date-in-words.ts'
import { WindowedGrid } from '../grid/WindowedGrid.tsx'
import { answerInWords } from './life-in-words.ts'
import { lifeRows } from './life-rows.ts'

const columns: readonly { title: string; width: number; words: (life: Life) => string }[] = [
  { title: 'Claim', width: 340, words: ({ statement }) => statement },
  { title: 'First stated', width: 120, words: ({ first }) => (first ? dateInWords(first.date) : '') },
  { title: 'By', width: 160, words: ({ firstVoice }) => (firstVoice ? nameOf(firstVoice) : '') },
  { title: 'Mentions', width: 90, words: ({ mentions }) => mentions.toLocaleString('en') },
  { title: 'Undated', width: 90, words: ({ undated }) => undated.toLocaleString('en') },
  { title: 'Last stated', width: 120, words: ({ last }) => (last ? dateInWords(last.date) : '') },
  { title: 'Later documents', width: 130, words: ({ later }) => later.toLocaleString('en') },
  { title: 'Answers', width: 90, words: ({ answers }) => answers.toLocaleString('en') },
  { title: 'First answer', width: 330, words: answerInWords },
]
const numbers = [3, 4, 6, 7]

/** The lives of claims as a table. A row opens the card of its claim. */
export function LivesTable({ lives }: { lives: readonly Life[] }) {
  const [cursor, setCursor] = useState(() => ({
    row: Math.max(
      0,
      lives.findIndex(({ id }) => id === workbench.getState().timeView.claim),
    ),
    column: 0,
  }))
  return (
    <WindowedGrid
      label="Lives of the claims"
      cursor={cursor}
      onCursor={setCursor}
      rows={lives.length}
      widths={columns.map(({ width }) => width)}
      rowHeight={32}
      headHeight={32}
      head={(column) => <span>{columns[column]!.title}</span>}
      cell={(row, column) => (
        <span dir="auto" title={column === 0 ? lives[row]!.statement : undefined}>
          {columns[column]!.words(lives[row]!)}
        </span>
      )}
      isNumber={(column) => numbers.includes(column)}
      onOpen={({ row }) => {
        const life = lives[row]
        if (!life) return
        changeTimeView({ claim: life.id })
        openClaim(life.id)
      }}
      onCopy={() => copyRows(lifeRows(lives), 'table').catch(showFailure)}
    />
  )
}
