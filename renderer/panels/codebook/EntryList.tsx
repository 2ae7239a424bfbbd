import { type Key, ListBox, ListBoxItem } from 'react-aria-components'
import { TagSwatch } from '../../ui/Tag.tsx'

export interface Entry<T extends Key> {
  id: T
  name: string
  color: string
  uses: number
  /** 0 for one that stands under no other. */
  depth: number
  /** The key or letter that chooses it. */
  key: string
}

export interface EntryListProps<T extends Key> {
  label: string
  entries: readonly Entry<T>[]
  chosen: T | null
  onChoose: (id: T) => void
}

/** The tags or link types of the codebook, with their use counts. */
export function EntryList<T extends Key>({ label, entries, chosen, onChoose }: EntryListProps<T>) {
  return (
    <ListBox
      aria-label={label}
      className="codebook-list"
      items={entries}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : [...keys]
        if (first !== undefined) onChoose(first as T)
      }}
    >
      {(entry) => (
        <ListBoxItem
          id={entry.id}
          textValue={entry.name}
          className="codebook-entry"
          style={{ paddingInlineStart: `${8 + entry.depth * 16}px` }}
        >
          <TagSwatch color={entry.color} />
          <span className="codebook-entry-name">{entry.name}</span>
          {entry.key !== '' && <kbd className="codebook-entry-key">{entry.key.toUpperCase()}</kbd>}
          <span className="codebook-entry-uses">{entry.uses}</span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
