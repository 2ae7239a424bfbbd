import { useState } from 'react'
import { tagHits } from '../../commands/searching.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import type { HitsToTag } from '../../store/open-dialog.ts'
import { closeDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { PickFromList } from './PickFromList.tsx'
import { pickTags } from './TagPicks.tsx'
import { aboutTagToGive } from './TagToGive.tsx'

/** Tags hits of a search by typing the tag’s name. */
export function ChooseTagOfHits({ hits }: { hits: HitsToTag }) {
  const tags = useWorkbench((state) => state.tags)
  const [words, setWords] = useState('')
  const { count } = hits
  return (
    <PickFromList
      label={`Tag ${count === null ? 'all hits' : countOf(count, 'hit')} as`}
      placeholder="Name of a tag"
      empty="No tag of that name. The codebook is where tags are made."
      picks={pickTags(tags, words)}
      onWords={setWords}
      onClose={closeDialog}
      onPick={(id) => {
        closeDialog()
        tagHits(id, hits).catch(showFailure)
      }}
      more={(id) =>
        aboutTagToGive(
          tags.find((one) => one.id === id),
          count ?? Number.POSITIVE_INFINITY,
        )
      }
    />
  )
}
