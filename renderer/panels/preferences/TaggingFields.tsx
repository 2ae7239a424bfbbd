import { changePreferences } from '../../commands/preferences.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Switch } from '../../ui/Choices.tsx'
import { Segmented } from '../../ui/Segmented.tsx'

const units = [
  { id: 'word', title: 'Word' },
  { id: 'sentence', title: 'Sentence' },
  { id: 'paragraph', title: 'Paragraph' },
] as const

/** What a tag’s key takes where nothing is selected, and whether required attributes are asked for at once. */
export function TaggingFields() {
  const { tagUnit, askRequired } = useWorkbench((state) => state.preferences)
  return (
    <>
      <div className="preferences-row">
        <span className="ui-field-label">Tag without a selection</span>
        <Segmented
          label="Tag without a selection"
          options={units}
          value={tagUnit}
          onChange={(chosen) => changePreferences({ tagUnit: chosen }).catch(showFailure)}
        />
      </div>
      <Switch
        isSelected={askRequired}
        onChange={(chosen) => changePreferences({ askRequired: chosen }).catch(showFailure)}
      >
        Ask for required attributes after tagging
      </Switch>
    </>
  )
}
