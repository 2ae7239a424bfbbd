import { useState } from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Merged, Tag } from '../../../preload/contract/tag.ts'
import { request } from '../../client.ts'
import { mergeTags } from '../../commands/edit-codebook.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, RadioGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/Select.tsx'
import { tagChoice } from '../choosing/tag-choice.tsx'
import { mergeInWords } from './merge-in-words.ts'

export interface MergeTagsProps {
  /** One: it is merged into another. Several: they become one of them. */
  chosen: readonly Tag[]
  /** Told the tag that stayed; null when the person thought better of it. */
  onEnd: (into: TagId | null) => void
}

/** Makes several tags one, after a look at what that changes. */
export function MergeTags({ chosen, onEnd }: MergeTagsProps) {
  const tags = useWorkbench((state) => state.tags)
  const isSingle = chosen.length === 1
  const targets = isSingle ? tags.filter(({ id }) => id !== chosen[0]?.id) : chosen
  const [into, setInto] = useState<TagId | null>(isSingle ? null : (chosen[0]?.id ?? null))
  const [duplicates, setDuplicates] = useState<'fuse' | 'keep'>('fuse')
  const [lookAgain, setLookAgain] = useState(false)

  const ids = chosen.map(({ id }) => id).filter((id) => id !== into)
  const merging = into === null ? null : { ids, into, duplicates, lookAgain }
  const preview = useAnswer(merging && JSON.stringify(merging), () => request('tag.previewMerge', merging!))
  const target = tags.find(({ id }) => id === into)
  const merge = () => merging && mergeTags(merging).then(() => onEnd(merging.into), showFailure)
  return (
    <Dialog
      title={isSingle ? `Merge ${chosen[0]?.name} into another tag` : `Merge ${chosen.length} tags`}
      onClose={() => onEnd(null)}
      footer={
        <>
          <Button onPress={() => onEnd(null)}>Cancel</Button>
          <Button look="primary" isDisabled={!merging || !preview} onPress={merge}>
            {target ? `Merge into ${target.name}` : 'Merge'}
          </Button>
        </>
      }
    >
      <div className="codebook-merge">
        <Select
          label={isSingle ? 'Merge it into' : 'The tag that stays, with its name, colour and definition'}
          placeholder="Choose a tag…"
          choices={targets.map((tag) => ({
            ...tagChoice(tag),
            title: `${tag.name} (${tag.uses.toLocaleString('en')})`,
          }))}
          value={into}
          onChange={setInto}
        />
        <RadioGroup
          label="Where one annotator gave both tags to the same passage"
          value={duplicates}
          onChange={setDuplicates}
          choices={[
            {
              id: 'fuse',
              title: 'Make one annotation of the two',
              description: 'With the notes, links and memos of both.',
            },
            { id: 'keep', title: 'Keep both' },
          ]}
        />
        <Checkbox
          isSelected={lookAgain}
          onChange={setLookAgain}
          description="They were made under another definition."
        >
          Mark the annotations that change for another look
        </Checkbox>
        {preview && target && <Preview merged={preview} name={target.name} />}
      </div>
    </Dialog>
  )
}

function Preview({ merged, name }: { merged: Merged; name: string }) {
  return (
    <section className="codebook-preview" aria-label="What changes" aria-live="polite">
      <h3>What changes</h3>
      <ul>
        {mergeInWords(merged, name).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="codebook-quiet">One step: it can be undone.</p>
    </section>
  )
}
