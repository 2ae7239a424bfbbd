import { type CSSProperties, type ReactNode, useMemo } from 'react'
import { Button } from '../../ui/Button.tsx'
import { ChoiceMark } from '../../ui/Choices.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { withToggled } from './with-toggled.ts'
import './chooser.css'

export interface ChooserProps<T extends { id: number }> {
  label: string
  /** What the field that narrows the list is called. */
  filterLabel: string
  words: string
  onWords: (words: string) => void
  /** How many there are, whatever the words. */
  count: number
  /** What the words fit. */
  shown: readonly T[]
  textOf: (item: T) => string
  /** What stands before its words. */
  signOf?: (item: T) => ReactNode
  chosen: readonly T['id'][]
  onChange: (chosen: T['id'][]) => void
}

/** Things to take or leave, narrowed by words; “all shown” takes what the words fit. */
export function Chooser<T extends { id: number }>(props: ChooserProps<T>) {
  const { label, filterLabel, words, onWords, count, shown, textOf, signOf, chosen, onChange } = props
  const taken = useMemo(() => new Set<number>(chosen), [chosen])
  const toggle = ({ id }: T) => onChange(withToggled(chosen, id))
  return (
    <div className="chooser" style={{ '--rows': Math.max(2, count) } as CSSProperties}>
      <div className="chooser-head">
        <SearchField aria-label={filterLabel} placeholder="Filter" value={words} onChange={onWords} />
        <Button
          look="quiet"
          onPress={() => onChange([...new Set([...chosen, ...shown.map(({ id }) => id)])])}
        >
          All shown
        </Button>
        <Button look="quiet" onPress={() => onChange([])}>
          None
        </Button>
      </div>
      <VirtualList<T>
        label={label}
        items={shown}
        textOf={textOf}
        rowHeight={27}
        selected={chosen}
        onOpen={toggle}
        onPeek={toggle}
        empty={<p className="chooser-none">Nothing fits.</p>}
      >
        {(item) => (
          <span className="chooser-row">
            <ChoiceMark isSelected={taken.has(item.id)} />
            {signOf?.(item)}
            <span className="chooser-words">{textOf(item)}</span>
          </span>
        )}
      </VirtualList>
    </div>
  )
}
