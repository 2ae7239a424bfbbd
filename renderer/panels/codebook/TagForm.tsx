import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Role, Tag } from '../../../preload/contract/tag.ts'
import { changeTag, moveTag } from '../../commands/edit-codebook.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { KeptField } from '../inspector/KeptField.tsx'
import { AttributeDefinitions } from './AttributeDefinitions.tsx'
import { ColorField } from './ColorField.tsx'
import { DeleteTag } from './DeleteTag.tsx'
import { isUnder, siblingMoves } from './tag-tree.ts'

const roles: readonly { id: Role; title: string; description: string }[] = [
  { id: 'claim', title: 'Claim', description: 'Something is asserted; it can be answered' },
  { id: 'rebuttal', title: 'Rebuttal', description: 'Answers a claim' },
  { id: 'premise', title: 'Premise', description: 'A ground given for a claim' },
  { id: 'none', title: 'None', description: 'Not part of an argument' },
]

/** Everything that can be said of one tag. */
export function TagForm({ tag, readOnly }: { tag: Tag; readOnly: boolean }) {
  const tags = useWorkbench((state) => state.tags)
  const [deleting, setDeleting] = useState(false)
  const change = (what: Parameters<typeof changeTag>[1]) => changeTag(tag.id, what).catch(showFailure)
  const { up, down } = siblingMoves(tag, tags)
  const move = (beforeId: TagId | null) => moveTag(tag.id, tag.parentId, beforeId).catch(showFailure)
  const parents = tags.filter((one) => one.id !== tag.id && !isUnder(one, tag.id, tags))
  return (
    <div className="codebook-form">
      <div className="codebook-row">
        <FinishedField
          label="Name"
          value={tag.name}
          isDisabled={readOnly}
          keep={(name) => change({ name })}
          check={(name) => (name === '' ? 'A tag needs a name.' : '')}
        />
        <FinishedField
          label="Key"
          value={tag.key}
          isDisabled={readOnly}
          keep={(key) => change({ key })}
          check={(key) => ([...key].length > 1 ? 'One character.' : '')}
        />
      </div>
      <ColorField value={tag.color} isDisabled={readOnly} onChange={(color) => change({ color })} />
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
          onChange={(id) => moveTag(tag.id, id === 0 ? null : (id as TagId), null).catch(showFailure)}
        />
      </div>
      <KeptField
        label="Definition"
        lines={2}
        value={tag.definition}
        isDisabled={readOnly}
        keep={(definition) => change({ definition })}
      />
      <KeptField
        label="Use when"
        lines={2}
        value={tag.include}
        isDisabled={readOnly}
        keep={(include) => change({ include })}
      />
      <KeptField
        label="Not when"
        lines={2}
        value={tag.exclude}
        isDisabled={readOnly}
        keep={(exclude) => change({ exclude })}
      />
      <KeptField
        label="Examples, one a line"
        lines={2}
        value={tag.examples.join('\n')}
        isDisabled={readOnly}
        keep={(words) => change({ examples: words === '' ? [] : words.split('\n') })}
      />
      <AttributeDefinitions
        attributes={tag.attributes}
        isDisabled={readOnly}
        onChange={(attributes) => change({ attributes })}
      />
      <footer className="codebook-foot">
        <IconButton
          icon={ArrowUp}
          label="Move up"
          isDisabled={readOnly || up === undefined}
          onPress={() => move(up ?? null)}
        />
        <IconButton
          icon={ArrowDown}
          label="Move down"
          isDisabled={readOnly || down === undefined}
          onPress={() => move(down ?? null)}
        />
        <Button icon={Trash2} look="danger" isDisabled={readOnly} onPress={() => setDeleting(true)}>
          Delete tag…
        </Button>
      </footer>
      {deleting && <DeleteTag tag={tag} onEnd={() => setDeleting(false)} />}
    </div>
  )
}
