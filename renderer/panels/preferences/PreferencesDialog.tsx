import { Minus, Plus } from 'lucide-react'
import { changePreferences, resizeText } from '../../commands/preferences.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { NameField } from './NameField.tsx'
import { TaggingFields } from './TaggingFields.tsx'
import './preferences.css'

const themes = [
  { id: 'system', title: 'As the system' },
  { id: 'light', title: 'Light' },
  { id: 'dark', title: 'Dark' },
] as const

/** What a person has chosen for all projects. Each choice acts at once. */
export function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const { theme, textSize } = useWorkbench((state) => state.preferences)
  return (
    <Dialog
      title="Preferences"
      description="They hold for every project on this computer."
      width="small"
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className="preferences">
        <NameField />
        <TaggingFields />
        <div className="preferences-row">
          <span className="ui-field-label">Appearance</span>
          <Segmented
            label="Appearance"
            options={themes}
            value={theme}
            onChange={(chosen) => changePreferences({ theme: chosen }).catch(showFailure)}
          />
        </div>
        <div className="preferences-row">
          <span className="ui-field-label">Reading text</span>
          <div className="preferences-size">
            <IconButton
              icon={Minus}
              look="plain"
              label="Smaller"
              isDisabled={textSize <= 12}
              onPress={() => resize(-1)}
            />
            <output>{textSize} px</output>
            <IconButton
              icon={Plus}
              look="plain"
              label="Larger"
              isDisabled={textSize >= 40}
              onPress={() => resize(1)}
            />
          </div>
        </div>
        <p className="preferences-sample" aria-hidden>
          What is said, and what is said against it.
        </p>
      </div>
    </Dialog>
  )
}

function resize(step: 1 | -1): void {
  resizeText(step).catch(showFailure)
}
