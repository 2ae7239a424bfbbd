import type { ReactNode } from 'react'
import type { ReadingCopyOptions } from '../../../preload/contract/reading-copy.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Checkbox, RadioGroup } from '../../ui/Choices.tsx'
import { TagChooser } from '../choosing/TagChooser.tsx'
import './reading-fields.css'

export interface ReadingFieldsProps {
  /** From `useReadingChoice`. */
  shown: ReadingCopyOptions
  onChange: (change: Partial<ReadingCopyOptions>) => void
  /** Comments of Word have a place of their own, which nobody is asked for. */
  notesAre: 'text' | 'comments'
  /** What else is chosen. */
  children?: ReactNode
}

/** What a copy to read shows with the text, of which tags, and where notes stand. */
export function ReadingFields({ shown, onChange, notesAre, children }: ReadingFieldsProps) {
  const { annotations, details, notes, links, legend, placement } = shown
  return (
    <div className="reading-fields">
      <fieldset className="reading-shown">
        <legend className="ui-field-label">With the text</legend>
        <Checkbox
          isSelected={annotations}
          onChange={(on) => onChange({ annotations: on })}
          description="Underlined, with their number and tag; also without colour."
        >
          Annotations
        </Checkbox>
        <Checkbox
          isSelected={legend && annotations}
          isDisabled={!annotations}
          onChange={(on) => onChange({ legend: on })}
        >
          Legend of the tags
        </Checkbox>
        <Checkbox isSelected={details} onChange={(on) => onChange({ details: on })}>
          Speaker, attributes and confidence
        </Checkbox>
        <Checkbox isSelected={notes} onChange={(on) => onChange({ notes: on })}>
          Notes
        </Checkbox>
        <Checkbox
          isSelected={links}
          onChange={(on) => onChange({ links: on })}
          description="Also as a list after the text."
        >
          Links
        </Checkbox>
      </fieldset>
      <div className="reading-layout">
        {notesAre === 'text' && (
          <RadioGroup
            label="Notes and links stand"
            choices={[
              { id: 'beside', title: 'Beside the text' },
              { id: 'end', title: 'After the text' },
            ]}
            value={placement}
            onChange={(next) => onChange({ placement: next })}
            isDisabled={!details && !notes && !links}
          />
        )}
        {children}
      </div>
      <TagsShown shown={shown} onChange={onChange} />
    </div>
  )
}

/** Not asked where there is no more than one tag. */
function TagsShown({ shown: { tagIds }, onChange }: Pick<ReadingFieldsProps, 'shown' | 'onChange'>) {
  const tags = useWorkbench((state) => state.tags)
  if (tags.length < 2) return null
  const chosen = tagIds ?? []
  return (
    <div className="reading-tags">
      <RadioGroup
        label="Passages of"
        choices={[
          { id: 'all', title: `All ${countOf(tags.length, 'tag')}` },
          {
            id: 'some',
            title: chosen.length > 0 ? `Only some: ${countOf(chosen.length, 'tag')}` : 'Only some tags',
          },
        ]}
        value={tagIds === null ? 'all' : 'some'}
        onChange={(which) => onChange({ tagIds: which === 'all' ? null : tags.map(({ id }) => id) })}
      />
      {tagIds !== null && (
        <TagChooser
          label="Tags that are shown"
          chosen={chosen}
          onChange={(next) => onChange({ tagIds: next })}
        />
      )}
    </div>
  )
}
