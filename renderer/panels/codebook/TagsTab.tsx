import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { createTag } from '../../commands/edit-codebook.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EntryList } from './EntryList.tsx'
import { TagForm } from './TagForm.tsx'

/** The tags on the left, the chosen one on the right. */
export function TagsTab({ readOnly }: { readOnly: boolean }) {
  const tags = useWorkbench((state) => state.tags)
  const [chosenId, setChosen] = useState<TagId | null>(null)
  const chosen = tags.find((tag) => tag.id === chosenId) ?? tags[0]
  const add = (parentId: TagId | null) =>
    createTag({ name: unusedName(tags), parentId })
      .then((tag) => setChosen(tag.id))
      .catch(showFailure)
  return (
    <div className="codebook">
      <div className="codebook-side">
        <EntryList
          label="Tags"
          entries={tags.map((tag) => ({ ...tag, depth: depthOf(tag, tags) }))}
          chosen={chosen?.id ?? null}
          onChoose={setChosen}
        />
        <Button icon={Plus} isDisabled={readOnly} onPress={() => add(null)}>
          New tag
        </Button>
        <Button
          icon={Plus}
          look="quiet"
          isDisabled={readOnly || !chosen}
          onPress={() => add(chosen?.id ?? null)}
        >
          New tag under {chosen?.name}
        </Button>
      </div>
      {chosen ? (
        <TagForm key={chosen.id} tag={chosen} readOnly={readOnly} />
      ) : (
        <p className="codebook-none">No tags. Make one to begin.</p>
      )}
    </div>
  )
}

/** How many tags stand above it. */
export function depthOf(tag: Tag, tags: readonly Tag[]): number {
  let depth = 0
  for (let above = tag.parentId; above !== null; depth += 1) {
    above = tags.find((one) => one.id === above)?.parentId ?? null
  }
  return depth
}

function unusedName(tags: readonly Tag[]): string {
  const taken = new Set(tags.map((tag) => tag.name))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? 'New tag' : `New tag ${number}`
    if (!taken.has(name)) return name
  }
}
