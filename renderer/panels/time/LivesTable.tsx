import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { openClaim } from '../../commands/claims.ts'
import { copyRows } from '../../commands/copy-rows.ts'
import { changeTimeView, type Life } from '../../store/argument/lives.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { workbench } from '../../store/workbench.ts'
import { WindowedGrid } from '../grid/WindowedGrid.tsx'
import { firstAnswerInWords, firstInWords, mentionsInWords, sinceInWords } from './life-in-words.ts'
import { lifeRows } from './life-rows.ts'

interface Column {
  title: string
  /** In CSS pixels, at least. */
  width: number
  /** Which part of the room that is left it takes. */
  share: number
  words: (life: Life) => string
  /** What the head means, where its words are few. */
  meaning?: string
}

const columns: readonly Column[] = [
  { title: 'Claim', width: 190, share: 4, words: ({ statement }) => statement },
  { title: 'First stated', width: 150, share: 2, words: firstInWords },
  { title: 'Mentions', width: 104, share: 0, words: mentionsInWords },
  {
    title: 'Last stated',
    width: 110,
    share: 0,
    words: ({ last }) => (last ? dateInWords(last.date) : ''),
  },
  {
    title: 'Since then',
    width: 190,
    share: 0,
    words: sinceInWords,
    meaning: 'How many documents are dated later, for certain, and do not state it',
  },
  { title: 'Answers', width: 84, share: 0, words: ({ answers }) => answers.toLocaleString('en') },
  { title: 'First answer', width: 190, share: 3, words: firstAnswerInWords },
]
const least = columns.reduce((sum, { width }) => sum + width, 0)
const shares = columns.reduce((sum, { share }) => sum + share, 0)
const isNumber = (column: number) => ['Mentions', 'Answers'].includes(columns[column]!.title)

/** The lives of claims as a table, as wide as its place. A row opens the card of its claim. */
export function LivesTable({ lives }: { lives: readonly Life[] }) {
  const place = useRef<HTMLDivElement>(null)
  const widths = useWidths(place)
  const [cursor, setCursor] = useState(() => ({
    row: Math.max(
      0,
      lives.findIndex(({ id }) => id === workbench.getState().timeView.claim),
    ),
    column: 0,
  }))
  return (
    <div ref={place} className="time-table">
      <WindowedGrid
        label="Lives of the claims"
        cursor={cursor}
        onCursor={setCursor}
        rows={lives.length}
        widths={widths}
        rowHeight={32}
        headHeight={32}
        head={(column) => <span title={columns[column]!.meaning}>{columns[column]!.title}</span>}
        cell={(row, column) => {
          const words = columns[column]!.words(lives[row]!)
          return (
            <span dir="auto" title={words}>
              {words}
            </span>
          )
        }}
        isNumber={isNumber}
        onOpen={({ row }) => {
          const life = lives[row]
          if (!life) return
          changeTimeView({ claim: life.id })
          openClaim(life.id)
        }}
        onCopy={() => copyRows(lifeRows(lives), 'table').catch(showFailure)}
      />
    </div>
  )
}

/** Of the columns, so that together they fill their place where it is wide enough for all of them. */
function useWidths(place: { current: HTMLElement | null }): number[] {
  const [room, setRoom] = useState(least)
  useLayoutEffect(() => {
    const element = place.current
    if (!element) return
    const look = () => setRoom(element.clientWidth)
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [place])
  return useMemo(() => {
    // The bar that scrolls the rows stands in that room.
    const left = Math.max(0, room - scrollBar - least)
    return columns.map(({ width, share }) => width + Math.floor((left * share) / shares))
  }, [room])
}

const scrollBar = 16
