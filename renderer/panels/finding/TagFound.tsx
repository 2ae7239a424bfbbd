import { useEffect, useState } from 'react'
import { type FoundExtent, passagesFor, tagFound } from '../../commands/tag-found.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { closeDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { pickNew } from '../choosing/ChooseTag.tsx'
import { type Pick, PickFromList } from '../choosing/PickFromList.tsx'
import { pickTags } from '../choosing/TagPicks.tsx'
import { aboutTagToGive } from '../choosing/TagToGive.tsx'
import { isNameOf } from '../choosing/tag-picks.ts'
import './tag-found.css'

const extents: readonly { id: FoundExtent; title: string }[] = [
  { id: 'hit', title: 'What was found' },
  { id: 'sentence', title: 'The sentence around it' },
]

/** Tags the hit that stands out, or all hits, with a tag that is chosen by its name or key. */
export function TagFound({ which }: { which: 'this' | 'all' }) {
  const tags = useWorkbench((state) => state.tags)
  const [extent, setExtent] = useState<FoundExtent>('hit')
  const [words, setWords] = useState('')
  const count = useCount(which, extent)
  const name = words.trim()
  const picks: Pick<number>[] = pickTags(tags, words)
  if (name !== '' && !isNameOf(tags, name)) picks.push(pickNew(name))
  const many = count === null ? 'all hits' : countOf(count, 'passage')
  return (
    <PickFromList
      label={which === 'this' ? 'Tag this hit as' : `Tag ${many} as`}
      placeholder="Name of a tag, or of a new one"
      empty="There is no tag yet. Write the name of a new one."
      picks={picks}
      onWords={setWords}
      onClose={closeDialog}
      onPick={(id) => {
        const tag = tags.find((one) => one.id === id)
        tagFound(which, extent, tag ?? { name }).catch(showFailure)
        closeDialog()
      }}
      controls={
        <div className="tag-found">
          <Segmented label="What is tagged" options={extents} value={extent} onChange={setExtent} />
        </div>
      }
      hint="One step, which can be undone as one."
      more={(id) =>
        aboutTagToGive(
          tags.find((tag) => tag.id === id),
          count ?? 1,
        )
      }
    />
  )
}

/** How many passages would be tagged; null while that is not known. */
function useCount(which: 'this' | 'all', extent: FoundExtent): number | null {
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    let wanted = true
    passagesFor(which, extent)
      .then((passages) => wanted && setCount(passages?.start.length ?? null))
      .catch(showFailure)
    return () => {
      wanted = false
    }
  }, [which, extent])
  return count
}
