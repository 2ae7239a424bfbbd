import { type ReactNode, useMemo, useState } from 'react'
import { narrow } from '../../ui/narrow.ts'
import { Picker } from '../../ui/Picker.tsx'
import './pick-from-list.css'

/** Something that can be picked from a list, on two lines. */
export interface Pick<T extends number> {
  id: T
  title: string
  sign?: ReactNode
  detail?: string
  /** The end of the row, as a key. */
  aside?: ReactNode
}

export interface PickFromListProps<T extends number> {
  label: string
  placeholder: string
  picks: readonly Pick<T>[]
  onPick: (id: T, other: boolean) => void
  onClose: () => void
  /** For a list that is narrowed elsewhere; without it the list keeps what holds the words typed. */
  onWords?: (words: string) => void
  empty: string
  /** Between the heading and the list: what else is chosen. */
  controls?: ReactNode
  hint?: ReactNode
  /** More about the one that would be picked. */
  more?: (id: T) => ReactNode
}

const wordsOf = ({ title, detail }: Pick<number>) => `${title} ${detail ?? ''}`

/** Chooses one thing by typing a part of it. */
export function PickFromList<T extends number>(props: PickFromListProps<T>) {
  const { label, placeholder, picks, onPick, onClose, onWords, empty, controls, hint, more } = props
  const [words, setWords] = useState('')
  const items = useMemo(() => (onWords ? picks : narrow(picks, words, wordsOf)), [picks, words, onWords])
  return (
    <Picker
      label={label}
      heading={
        <>
          {label}
          {controls}
        </>
      }
      placeholder={placeholder}
      words={words}
      onWords={(typed) => {
        setWords(typed)
        onWords?.(typed)
      }}
      items={items}
      onPick={(item, other) => onPick(item.id, other)}
      onClose={onClose}
      rowHeight={46}
      empty={empty}
      hint={hint}
      {...(more && { more: (item: Pick<T>) => more(item.id) })}
    >
      {({ sign, title, detail, aside }) => (
        <span className="pick">
          {sign}
          <span className="pick-words">
            <span className="pick-title" dir="auto">
              {title}
            </span>
            {detail && (
              <span className="pick-detail" dir="auto">
                {detail}
              </span>
            )}
          </span>
          {aside}
        </span>
      )}
    </Picker>
  )
}
