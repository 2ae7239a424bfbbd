import { Plus } from 'lucide-react'
import { useState } from 'react'
import { annotateAsNew, annotateSelection } from '../../commands/annotate-selection.ts'
import { retag } from '../../commands/change-annotation.ts'
import { retagChosen } from '../../commands/many-annotations.ts'
import { type Target, targetOf } from '../../commands/passage-to-tag.ts'
import { showFailure } from '../../store/notices.ts'
import { closeDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type Pick, PickFromList } from './PickFromList.tsx'
import { pickTags } from './TagPicks.tsx'
import { aboutTagToGive } from './TagToGive.tsx'
import { isNameOf } from './tag-picks.ts'

const asked: Record<Target, string> = {
  selection: 'Tag the selection as',
  focused: 'Give this passage another tag',
  word: 'Tag the word as',
  sentence: 'Tag the sentence as',
  paragraph: 'Tag the paragraph as',
}

/** Stands in the list for a tag that is not there yet. */
const newTag = 0

/** What makes a tag of that name. */
export const pickNew = (name: string): Pick<number> => ({
  id: newTag,
  title: `New tag “${name}”`,
  sign: <Icon of={Plus} size={14} />,
})

/** Tags the passage, or changes the tag of the annotation in focus, by typing the tag’s name; a new name makes a new tag. */
export function ChooseTag({ purpose }: { purpose: 'tag' | 'retag' | 'retag-many' }) {
  const tags = useWorkbench((state) => state.tags)
  const target = useWorkbench(targetOf)
  const [words, setWords] = useState('')
  const name = words.trim()
  const picks: Pick<number>[] = pickTags(tags, words)
  if (purpose === 'tag' && name !== '' && !isNameOf(tags, name)) picks.push(pickNew(name))

  const pick = (id: number) => {
    closeDialog()
    const tag = tags.find((one) => one.id === id)
    const act = { tag: annotateSelection, retag, 'retag-many': retagChosen }[purpose]
    const done = tag ? act(tag.id) : annotateAsNew(name)
    done.catch(showFailure)
  }
  return (
    <PickFromList
      label={purpose === 'tag' ? asked[target] : 'Change the tag to'}
      placeholder={purpose === 'tag' ? 'Name of a tag, or of a new one' : 'Name of a tag'}
      empty="No tag of that name. The codebook is where tags are made."
      picks={picks}
      onWords={setWords}
      onClose={closeDialog}
      onPick={pick}
      more={(id) =>
        aboutTagToGive(
          tags.find((one) => one.id === id),
          null,
        )
      }
    />
  )
}
