import { useState } from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { SplitBy, SplitGroup, Tag } from '../../../preload/contract/tag.ts'
import { request } from '../../client.ts'
import { splitTag } from '../../commands/edit-codebook.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { SplitByHand } from './SplitByHand.tsx'
import { SplitGroups } from './SplitGroups.tsx'
import { partsOf, type Targets, targetsFor } from './split-targets.ts'

const byHand = 'by hand'

/** Gives the annotations of a tag several tags, by what they say or one by one, after a look at what that changes. */
export function SplitTag({ tag, onEnd }: { tag: Tag; onEnd: () => void }) {
  const ways = useAnswer(String(tag.id), () => request('tag.splitWays', { id: tag.id }))
  const [way, setWay] = useState<string | null>(null)
  const [place, setPlace] = useState<'under' | 'beside'>('under')
  const chosen = way ?? (ways?.[0] ? JSON.stringify(ways[0].by) : byHand)
  if (!ways) return null
  const choices = [
    ...ways.map(({ by, title }) => ({ id: JSON.stringify(by), title })),
    { id: byHand, title: 'By hand, one after the other' },
  ]
  const head = (
    <div className="codebook-split-head">
      <Select label="Tell them apart by" choices={choices} value={chosen} onChange={setWay} />
      <div className="ui-field">
        <span className="ui-field-label">New tags stand</span>
        <Segmented
          label="New tags stand"
          value={place}
          onChange={setPlace}
          options={[
            { id: 'under', title: `Under ${tag.name}` },
            { id: 'beside', title: 'Beside it' },
          ]}
        />
      </div>
    </div>
  )
  return chosen === byHand ? (
    <SplitByHand tag={tag} place={place} head={head} onEnd={onEnd} />
  ) : (
    <SplitByValue key={chosen} tag={tag} by={JSON.parse(chosen)} place={place} head={head} onEnd={onEnd} />
  )
}

interface SplitByValueProps {
  tag: Tag
  by: SplitBy
  place: 'under' | 'beside'
  head: React.ReactNode
  onEnd: () => void
}

function SplitByValue({ tag, by, place, head, onEnd }: SplitByValueProps) {
  const groups = useAnswer(JSON.stringify(by), () => request('tag.splitGroups', { id: tag.id, by }))
  const [changed, setChanged] = useState<Targets>(new Map())
  const tags = useWorkbench((state) => state.tags)
  const targets = targetsFor(groups ?? [], changed, tag)
  const parts = partsOf(targets)
  const splitting = { id: tag.id, by, parts, place }
  const isPossible = parts.length > 0
  const preview = useAnswer(isPossible ? JSON.stringify(splitting) : null, () =>
    request('tag.previewSplit', splitting),
  )
  const put = (group: SplitGroup, to: { name: string } | { tagId: TagId } | null) =>
    setChanged(new Map([...changed, [group.value, to]]))
  return (
    <Dialog
      title={`Split ${tag.name}`}
      width="large"
      onClose={onEnd}
      footer={
        <>
          <span className="ui-dialog-aside" aria-live="polite">
            {isPossible && preview
              ? `${countOf(
                  preview.parts.reduce((sum, part) => sum + part.annotations, 0),
                  'annotation',
                )} change${
                  preview.parts.reduce((sum, part) => sum + part.annotations, 0) === 1 ? 's' : ''
                }, ${preview.left} stay${preview.left === 1 ? 's' : ''} ${tag.name}. One step.`
              : 'Choose a tag for at least one group.'}
          </span>
          <Button onPress={onEnd}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={!isPossible || !preview}
            onPress={() => splitTag(splitting).then(onEnd, showFailure)}
          >
            Split
          </Button>
        </>
      }
    >
      {head}
      {groups && <SplitGroups groups={groups} targets={targets} tag={tag} tags={tags} onChange={put} />}
    </Dialog>
  )
}
