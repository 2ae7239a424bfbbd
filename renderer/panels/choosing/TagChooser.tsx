import { useMemo, useState } from 'react'
import type { Tag } from '../../../preload/contract/tag.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { TagSwatch } from '../../ui/Tag.tsx'
import { Chooser, type ChooserProps } from './Chooser.tsx'
import { fittingTags } from './tag-picks.ts'

export type TagChooserProps = Pick<ChooserProps<Tag>, 'label' | 'chosen' | 'onChange'>

export function TagChooser(props: TagChooserProps) {
  const tags = useWorkbench((state) => state.tags)
  const [words, setWords] = useState('')
  const shown = useMemo(() => fittingTags(tags, words), [tags, words])
  return (
    <Chooser
      {...props}
      filterLabel="Filter tags to choose"
      words={words}
      onWords={setWords}
      count={tags.length}
      shown={shown}
      textOf={({ name }) => name}
      signOf={({ color }) => <TagSwatch color={color} />}
    />
  )
}
