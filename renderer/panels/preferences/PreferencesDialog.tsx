import { switchSingleKeys } from '../../commands/change-keys.ts'
import { dimOthers } from '../../commands/focus-mode.ts'
import { zoomWindow } from '../../commands/zoom-window.ts'
import { showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { ReadingSettings } from '../reading/ReadingSettings.tsx'
import { ThemeChoice } from '../reading/ThemeChoice.tsx'
import { ImportFields } from './ImportFields.tsx'
import { NameField } from './NameField.tsx'
import { SayAnnotations } from './SayAnnotations.tsx'
import { TaggingFields } from './TaggingFields.tsx'
import './preferences.css'

/** What a person has chosen for all projects. Each choice acts at once. */
export function PreferencesDialog({ onClose }: { onClose: () => void }) {
  const { zoom, dimOthers: dims, singleKeys } = useWorkbench((state) => state.preferences)
  return (
    <Dialog
      title="Preferences"
      description="They hold for every project on this computer."
      width="large"
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className="preferences">
        <div className="preferences-side">
          <section className="preferences-part" aria-labelledby="preferences-person">
            <h3 id="preferences-person">You</h3>
            <NameField />
          </section>
          <section className="preferences-part" aria-labelledby="preferences-tagging">
            <h3 id="preferences-tagging">Tagging</h3>
            <TaggingFields />
          </section>
          <section className="preferences-part" aria-labelledby="preferences-import">
            <h3 id="preferences-import">Import</h3>
            <ImportFields />
          </section>
          <section className="preferences-part" aria-labelledby="preferences-look">
            <h3 id="preferences-look">Appearance</h3>
            <ThemeChoice />
            <div className="preferences-row">
              <span aria-hidden>Whole window</span>
              <Stepper
                label="Whole window"
                value={Math.round(zoom * 100)}
                words={`${Math.round(zoom * 100)} %`}
                min={50}
                max={500}
                onStep={(by) => zoomWindow(by).catch(showFailure)}
              />
            </div>
            <Switch
              isSelected={dims}
              onChange={(on) => dimOthers(on).catch(showFailure)}
              description="All but the one with the caret."
            >
              Focus mode dims the other paragraphs
            </Switch>
          </section>
          <section className="preferences-part" aria-labelledby="preferences-hearing">
            <h3 id="preferences-hearing">Screen reader</h3>
            <SayAnnotations />
          </section>
          <section className="preferences-part" aria-labelledby="preferences-keys">
            <h3 id="preferences-keys">Keyboard</h3>
            <Switch
              isSelected={singleKeys}
              onChange={(on) => switchSingleKeys(on).catch(showFailure)}
              description="A letter or sign alone is a key, as for tags. Otherwise hold Alt with it."
            >
              Single-key shortcuts
            </Switch>
            <Button
              className="preferences-keys"
              onPress={() => showDialog({ kind: 'shortcuts', editing: true })}
            >
              Change keys…
            </Button>
          </section>
        </div>
        <section className="preferences-part" aria-labelledby="preferences-reading">
          <h3 id="preferences-reading">Reading text</h3>
          <ReadingSettings documentId={null} />
          <p className="preferences-sample" aria-hidden>
            What is said, and what is said against it.
          </p>
        </section>
      </div>
    </Dialog>
  )
}
