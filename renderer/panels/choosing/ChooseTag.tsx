import type { Tag } from '../../../preload/contract/tag.ts'
import { annotateSelection } from '../../commands/annotate-selection.ts'
import { retag } from '../../commands/change-annotation.ts'
import { useTagKey } from '../../commands/key-choices.ts'
import { showFailure } from '../../store/notices.ts'
import { closeDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'
import { PickFromList } from './PickFromList.tsx'

function TagKey({ tag }: { tag: Tag }) {
  const key = useTagKey(tag)
  return key && <Shortcut keys={key} />
}

/** Tags the selection, or changes the tag of the annotation in focus, by typing the tag’s name. */
export function ChooseTag({ purpose }: { purpose: 'tag' | 'retag' }) {
  const tags = useWorkbench((state) => state.tags)
  return (
    <PickFromList
      label={purpose === 'tag' ? 'Tag the selection as' : 'Change the tag to'}
      placeholder="Name of a tag"
      empty="No tag of that name. The codebook is where tags are made."
      picks={tags.map((tag) => ({
        id: tag.id,
        title: tag.name,
        sign: <TagSwatch color={tag.color} />,
        detail: tag.definition,
        aside: <TagKey tag={tag} />,
      }))}
      onClose={closeDialog}
      onPick={(id) => {
        closeDialog()
        const act = purpose === 'tag' ? annotateSelection : retag
        act(id).catch(showFailure)
      }}
    />
  )
}
