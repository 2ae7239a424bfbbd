import { Merge, Split, Trash2 } from 'lucide-react'
import { memo, useState } from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Role, Tag } from '../../../preload/contract/tag.ts'
import { titleIn } from '../../commands/change-keys.ts'
import { changeAttributes, changeTag, lacksRoleOf, moveTags } from '../../commands/edit-codebook.ts'
import { useCovered, useTagKey } from '../../commands/key-choices.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { keyText } from '../../ui/keys.ts'
import { Select } from '../../ui/Select.tsx'
import { KeptField } from '../inspector/KeptField.tsx'
import { AttributeDefinitions } from './AttributeDefinitions.tsx'
import { ColorField } from './ColorField.tsx'
import { Examples } from './Examples.tsx'
import { MergeTags } from './MergeTags.tsx'
import { SplitTag } from './SplitTag.tsx'
import { TagVersions } from './TagVersions.tsx'
import { tagsUnder } from './tag-tree.ts'

export const roles: readonly { id: Role; title: string; description: string }[] = [
  { id: 'claim', title: 'Claim', description: 'Something is asserted; it can be answered' },
  { id: 'rebuttal', title: 'Rebuttal', description: 'Answers a claim' },
  { id: 'premise', title: 'Premise', description: 'A ground given for a claim' },
  { id: 'none', title: 'None', description: 'Not part of an argument' },
]

export interface TagFormProps {
  tag: Tag
  readOnly: boolean
  /** What was typed for its key already, when the keyboard is to be in the field for it; else null. */
  begunKey: string | null
  onDelete: () => void
}

/**
 * Everything that can be said of one tag. What keeps words of its own begins anew with each tag; the rest stays, since
 * building twelve colours and the lists took most of the time of an arrow key in the tree.
 */
export const TagForm = memo(({ tag, readOnly, begunKey, onDelete }: TagFormProps) => {
  const tags = useWorkbench((state) => state.tags)
  const [asking, setAsking] = useState<{ what: 'merge' | 'split'; of: TagId } | null>(null)
  const asked = asking?.of === tag.id ? asking.what : null
  const shown = useTagKey(tag)
  const covered = useCovered(tag)
  const change = (what: Parameters<typeof changeTag>[1]) => changeTag(tag.id, what).catch(showFailure)
  const under = tagsUnder([tag.id], tags)
  const parents = tags.filter((one) => one.id !== tag.id && !under.has(one.id))
  const others = tags.filter((one) => one.id !== tag.id)
  const parent = tags.find((one) => one.id === tag.parentId)
  return (
    <div className="codebook-form">
      <div className="codebook-fields">
        <div className="codebook-column">
          <div className="codebook-name-row">
            <FinishedField
              key={`Name ${tag.id}`}
              label="Name"
              value={tag.name}
              isDisabled={readOnly}
              keep={(name) => change({ name })}
              check={(name) => (name === '' ? 'A tag needs a name.' : '')}
            />
            <FinishedField
              key={`Key ${tag.id}`}
              label="Key"
              autoFocus={begunKey !== null}
              begunWith={begunKey ?? ''}
              value={tag.key}
              isDisabled={readOnly}
              keep={(key) => change({ key })}
              check={(key) => ([...key].length > 1 ? 'One character.' : '')}
            />
          </div>
          {covered && shown && (
            <p className="codebook-quiet codebook-covered">
              In a text {keyText(shown)} gives this tag and not {titleIn(covered)}, which stays in the menus.
            </p>
          )}
          <ColorField
            value={tag.color}
            others={others}
            isDisabled={readOnly}
            onChange={(color) => change({ color })}
          />
          <div className="codebook-role">
            <div className="codebook-row">
              <Select
                label="Role in an argument"
                choices={roles}
                value={tag.role}
                isDisabled={readOnly}
                onChange={(role) => change({ role })}
              />
              <Select
                label="Stands under"
                isDisabled={readOnly}
                choices={[
                  { id: 0, title: 'No other tag' },
                  ...parents.map((one) => ({ id: one.id as number, title: one.name })),
                ]}
                value={tag.parentId ?? 0}
                onChange={(id) =>
                  moveTags([tag.id], () => ({
                    parentId: id === 0 ? null : (id as TagId),
                    beforeId: null,
                  })).catch(showFailure)
                }
              />
            </div>
            {parent && lacksRoleOf(parent, tag) && (
              <p className="codebook-role-above">
                {parent.name} is a {parent.role} in an argument, {tag.name} is not.{' '}
                <Button
                  look="quiet"
                  isDisabled={readOnly}
                  onPress={({ target }) => {
                    // The button goes with what it says; the role stands before it.
                    target.closest('.codebook-role')?.querySelector('button')?.focus()
                    change({ role: parent.role })
                  }}
                >
                  Give it that role
                </Button>
              </p>
            )}
          </div>
          <KeptField
            key={`Definition ${tag.id}`}
            label="Definition"
            lines={3}
            value={tag.definition}
            isDisabled={readOnly}
            keep={(definition) => change({ definition })}
          />
          <KeptField
            key={`Use when ${tag.id}`}
            label="Use when"
            lines={2}
            value={tag.include}
            isDisabled={readOnly}
            keep={(include) => change({ include })}
          />
          <KeptField
            key={`Not when ${tag.id}`}
            label="Not when"
            lines={2}
            value={tag.exclude}
            isDisabled={readOnly}
            keep={(exclude) => change({ exclude })}
          />
        </div>
        <div key={tag.id} className="codebook-column">
          <TagVersions tag={tag} readOnly={readOnly} />
          <Examples
            examples={tag.examples}
            isDisabled={readOnly}
            onChange={(examples) => change({ examples })}
          />
          <AttributeDefinitions
            attributes={tag.attributes}
            isDisabled={readOnly}
            change={(what) => changeAttributes(tag.id, what)}
          />
        </div>
      </div>
      <div className="codebook-foot">
        <span className="codebook-foot-uses">{countOf(tag.uses, 'annotation')}</span>
        <Button
          icon={Merge}
          look="quiet"
          isDisabled={readOnly || others.length === 0}
          onPress={() => setAsking({ what: 'merge', of: tag.id })}
        >
          Merge…
        </Button>
        <Button
          icon={Split}
          look="quiet"
          isDisabled={readOnly || tag.uses === 0}
          onPress={() => setAsking({ what: 'split', of: tag.id })}
        >
          Split…
        </Button>
        <Button icon={Trash2} look="quiet" isDisabled={readOnly} onPress={onDelete}>
          Delete tag…
        </Button>
      </div>
      {asked === 'merge' && <MergeTags chosen={[tag]} onEnd={() => setAsking(null)} />}
      {asked === 'split' && <SplitTag tag={tag} onEnd={() => setAsking(null)} />}
    </div>
  )
})
