import { ListBox, ListBoxItem } from 'react-aria-components'
import type { LinkTypeId } from '../../../preload/contract/ids.ts'
import type { LinkType } from '../../../preload/contract/link-type.ts'
import { TagSwatch } from '../../ui/Tag.tsx'

export interface LinkTypeListProps {
  types: readonly LinkType[]
  /** The letter that chooses each. */
  letters: ReadonlyMap<LinkTypeId, string>
  chosen: LinkTypeId | null
  onChoose: (id: LinkTypeId) => void
}

/** The link types in the order they were made, with how often each is used. */
export function LinkTypeList({ types, letters, chosen, onChoose }: LinkTypeListProps) {
  return (
    <ListBox
      aria-label="Link types"
      className="codebook-list"
      items={types}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [first] = keys === 'all' ? [] : [...keys]
        if (first !== undefined) onChoose(first as LinkTypeId)
      }}
      dependencies={[letters]}
    >
      {(type) => (
        <ListBoxItem id={type.id} textValue={type.name} className="codebook-entry">
          <TagSwatch color={type.color} />
          <span className="codebook-entry-name">{type.name}</span>
          {letters.get(type.id) && (
            <kbd className="codebook-tag-key">{letters.get(type.id)?.toUpperCase()}</kbd>
          )}
          <span className="codebook-tag-uses">{type.uses.toLocaleString('en')}</span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
