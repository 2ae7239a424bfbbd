import { CircleQuestionMark, Copy, Info, TriangleAlert } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { canComeIn, type DeskRow, isDoubtful, isGuess } from '../../store/documents/desk-rows.ts'
import { ChoiceMark } from '../../ui/Choices.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { GridRow } from '../grid/GridRow.tsx'
import { type DeskColumn, textOf } from './desk-columns.ts'

export interface DeskRowViewProps {
  gridId: string
  row: DeskRow
  columns: readonly DeskColumn[]
  /** That all files lie in, with its `/`; it need not be told of each. */
  folder: string
  /** Of the rows shown, from 0. */
  index: number
  /** In CSS pixels. */
  top: number
  isChosen: boolean
  /** The column the keyboard is in; -1 in another row. */
  cursor: number
  /** In the place of the cell the keyboard is in. */
  editor: ReactNode
}

/** One file. Drawn anew only when it, or what is to be seen of it, has changed. */
export const DeskRowView = memo(function DeskRowView(props: DeskRowViewProps) {
  const { gridId, row, columns, folder, index, top, isChosen, cursor, editor } = props
  return (
    <GridRow
      gridId={gridId}
      columns={columns}
      index={index}
      top={top}
      isChosen={isChosen}
      cursor={cursor}
      editor={editor}
      data={{ 'data-state': row.file.state, 'data-out': !row.isIncluded || undefined }}
    >
      {(column, at) =>
        at === 0 ? (
          <FileCell row={row} name={row.file.name.slice(folder.length)} />
        ) : (
          <Cell row={row} column={column} />
        )
      }
    </GridRow>
  )
})

/** Whether it comes in, what it is called, and a sign where there is something to know. */
function FileCell({ row, name }: { row: DeskRow; name: string }) {
  const { file, isIncluded } = row
  return (
    <span className="desk-file">
      <span data-include>
        <ChoiceMark isSelected={isIncluded} />
      </span>
      {!isIncluded && canComeIn(file) && <span className="ui-hidden">left out: </span>}
      <span className="desk-file-name" title={file.name}>
        {name}
      </span>
      <Sign row={row} />
    </span>
  )
}

function Sign({ row }: { row: DeskRow }) {
  const { file } = row
  if (file.state === 'failed') return <Marked icon={TriangleAlert} tone="failed" words="cannot be read" />
  if (file.same) {
    const words =
      file.same.where === 'project' ? 'in the project already' : 'the same as another one of these'
    return <Marked icon={Copy} tone="same" words={words} />
  }
  if (isDoubtful(row)) return <Marked icon={CircleQuestionMark} tone="guess" words="a guess how it is read" />
  if (isGuess(row, 'date')) return <Marked icon={CircleQuestionMark} tone="guess" words="a guessed date" />
  if (file.notes.length > 0) return <Marked icon={Info} tone="noted" words="with remarks" />
  return null
}

function Marked({ icon, tone, words }: { icon: typeof Info; tone: string; words: string }) {
  return (
    <span className="desk-sign" data-tone={tone} title={words}>
      <Icon of={icon} size={13} />
      <span className="ui-hidden">, {words}</span>
    </span>
  )
}

function Cell({ row, column }: { row: DeskRow; column: DeskColumn }) {
  const text = textOf(row, column)
  if (text === '') return null
  const guess = isGuess(row, column.field || column.id)
  const isTitle = column.kind === 'title'
  return (
    <span
      className={guess ? 'desk-guess' : undefined}
      title={guess ? `${text}: a guess` : text}
      {...(isTitle ? { dir: 'auto' } : {})}
    >
      {text}
      {guess && <span className="ui-hidden">, a guess</span>}
    </span>
  )
}
