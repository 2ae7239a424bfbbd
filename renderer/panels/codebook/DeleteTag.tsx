import { useState } from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { deleteTag } from '../../commands/edit-codebook.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ConfirmDialog } from '../../ui/Dialog.tsx'
import { ReplacementChoice } from './ReplacementChoice.tsx'

/** Asks what becomes of the annotations of a tag before the tag goes. */
export function DeleteTag({ tag, onEnd }: { tag: Tag; onEnd: () => void }) {
  const tags = useWorkbench((state) => state.tags)
  const others = tags.filter((one) => one.id !== tag.id)
  const below = tags.filter((one) => one.parentId === tag.id).length
  const [replacement, setReplacement] = useState<TagId | null>(null)
  return (
    <ConfirmDialog
      title={`Delete the tag ${tag.name}?`}
      confirmLabel="Delete tag"
      isDanger
      onCancel={onEnd}
      onConfirm={() => deleteTag(tag.id, replacement).then(onEnd, showFailure)}
    >
      {tag.uses === 0 ? (
        <p>No annotation has it.</p>
      ) : (
        <ReplacementChoice
          question={`${countOf(tag.uses, 'annotation')} ${tag.uses === 1 ? 'has' : 'have'} this tag.`}
          deleteThem="Delete them, with their links"
          giveThem="Give them another tag"
          others={others.map(({ id, name }) => ({ id, title: name }))}
          value={replacement}
          onChange={setReplacement}
        />
      )}
      {below > 0 && (
        <p>
          {countOf(below, 'tag')} below it {below === 1 ? 'takes' : 'take'} its place.
        </p>
      )}
    </ConfirmDialog>
  )
}
