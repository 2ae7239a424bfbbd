// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid of which only some are drawn are placed by hand, which table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus; aria-activedescendant stands for that of its cells
import { Eye, EyeOff, type LucideIcon, SunDim } from 'lucide-react'
import type { CSSProperties, MouseEvent } from 'react'
import type { Tag } from '../../preload/contract/tag.ts'
import { lookAtTag, onlyTag, stepTag } from '../commands/show-tags.ts'
import { type TagLine, type TagLook, toSecond } from '../document/index.ts'
import { countOf } from '../store/counting.ts'
import { Icon } from '../ui/Icon.tsx'
import { tagColor } from '../ui/Tag.tsx'
import { tellIfCut } from '../ui/tell-if-cut.ts'

/** `key` acts in the list of tags. */
export const looks: readonly { id: TagLook; verb: string; key: string; icon: LucideIcon }[] = [
  { id: 'full', verb: 'Show', key: 'f', icon: Eye },
  { id: 'dimmed', verb: 'Dim', key: 'd', icon: SunDim },
  { id: 'hidden', verb: 'Hide', key: 'h', icon: EyeOff },
]

const inWords: Record<TagLook, string> = { full: 'shown', dimmed: 'dimmed', hidden: 'hidden' }

/** What stands in a row, from left to right: its name, what shows it alone, and a cell for each look. */
const columns = ['name', 'only', ...looks.map(({ id }) => id)] as const
export const columnCount = columns.length

/** Does what a cell stands for; that of the name goes from look to look. */
export function actOnCell(tag: Tag, column: number): void {
  const wanted = columns[column]
  if (wanted === 'only') onlyTag(tag.id)
  else if (wanted === 'name' || wanted === undefined) stepTag(tag.id)
  else lookAtTag(tag.id, wanted)
}

export interface TagRowProps {
  id: string
  tag: Tag
  line: TagLine
  count: number
  look: TagLook
  /** Its number among the rows, from 0. */
  at: number
  height: number
  /** The cell the keyboard is at, from 0; -1 while it is in another row. */
  cursor: number
  onPoint: () => void
}

export const cellId = (rowId: string, column: number) => `${rowId}-${column}`

function secondStroke({ width, second }: TagLine): CSSProperties {
  const beyond = { '--beyond': `${toSecond(width)}px` }
  return { ...beyond, textDecorationStyle: second, textDecorationThickness: `${width}px` }
}

/**
 * One tag: as it is drawn in the text, how often, and what can be done with it. The mouse presses a cell; the grid has
 * the focus and the keys. What is seen of the state is told with the name, so that going down says it.
 */
export function TagRow(props: TagRowProps) {
  const { id, tag, line, count, look, at, height, cursor, onPoint } = props
  const click = (event: MouseEvent) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-column]')
    if (cell && cell.dataset.column !== '0') actOnCell(tag, Number(cell.dataset.column))
  }
  const cell = (column: number) => ({
    id: cellId(id, column),
    'aria-colindex': column + 1,
    'data-column': column,
    'data-current': cursor === column || undefined,
  })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid itself has the focus and the keys
    <div
      role="row"
      aria-rowindex={at + 1}
      data-current={cursor >= 0 || undefined}
      data-look={look}
      className="tag-row"
      style={{ height, transform: `translateY(${at * height}px)` }}
      onPointerMove={() => cursor < 0 && onPoint()}
      onClick={click}
    >
      <span
        {...cell(0)}
        role="rowheader"
        className="tag-row-name"
        onPointerEnter={tellIfCut}
        aria-label={`${tag.name}, ${inWords[look]}, ${countOf(count, 'annotation')}`}
      >
        <span
          className="tag-row-words tag-colored"
          style={{
            ...tagColor(tag.color),
            textDecorationStyle: line.style,
            textDecorationThickness: `${line.width}px`,
          }}
        >
          {line.second ? (
            <span className="tag-row-second" style={secondStroke(line)}>
              {tag.name}
            </span>
          ) : (
            tag.name
          )}
        </span>
      </span>
      <span className="tag-row-count" aria-hidden>
        {count.toLocaleString('en')}
      </span>
      <span {...cell(1)} role="gridcell" className="tag-row-only" aria-label={`Only ${tag.name}`}>
        Only
      </span>
      <span role="presentation" className="tag-row-looks">
        {looks.map(({ id: wanted, verb, icon }, index) => (
          <span
            key={wanted}
            {...cell(index + 2)}
            role="gridcell"
            className="tag-row-look"
            title={`${verb} ${tag.name}`}
            aria-label={`${verb} ${tag.name}`}
            aria-selected={look === wanted}
          >
            <Icon of={icon} />
          </span>
        ))}
      </span>
    </div>
  )
}
