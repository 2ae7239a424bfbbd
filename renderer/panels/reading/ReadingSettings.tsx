import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { Reading } from '../../../preload/contract/preferences.ts'
import { changeReading, fontNames, readAlone, resetReading, stepReading } from '../../commands/reading.ts'
import { type Step, steps, stepsOf } from '../../commands/reading-steps.ts'
import { showFailure } from '../../store/notices.ts'
import { useOwnReading, useReading } from '../../store/reading/reading.ts'
import { Button } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Choices.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { canHyphenate } from './can-hyphenate.ts'
import './reading.css'

const fonts = (['serif', 'sans', 'dyslexia'] as const).map((id) => ({ id, title: fontNames[id] }))
const edges = [
  { id: 'ragged', title: 'Ragged' },
  { id: 'justified', title: 'Justified' },
] as const
const measured = Object.keys(steps) as Step[]

/** How texts are set; with a document, how this one is. Each choice acts at once. */
export function ReadingSettings({ documentId }: { documentId: DocumentId | null }) {
  const reading = useReading(documentId)
  const isOwn = useOwnReading(documentId)
  const change = (part: Partial<Reading>) => changeReading(documentId, part).catch(showFailure)
  return (
    <div className="reading-settings">
      <Segmented label="Font" options={fonts} value={reading.font} onChange={(font) => change({ font })} />
      {measured.map((name) => (
        <div key={name} className="reading-row">
          <span aria-hidden>{steps[name].title}</span>
          <Stepper
            label={steps[name].title}
            value={reading[name]}
            words={steps[name].show(reading[name])}
            min={stepsOf(name, Number.NEGATIVE_INFINITY).less}
            max={stepsOf(name, Number.POSITIVE_INFINITY).more}
            onStep={(by) => stepReading(documentId, name, by).catch(showFailure)}
          />
        </div>
      ))}
      <div className="reading-row">
        <span aria-hidden>Lines</span>
        <Segmented
          label="Lines"
          options={edges}
          value={reading.justified ? 'justified' : 'ragged'}
          onChange={(edge) => change({ justified: edge === 'justified' })}
        />
      </div>
      {canHyphenate() && (
        <Switch isSelected={reading.hyphenated} onChange={(hyphenated) => change({ hyphenated })}>
          Hyphenate
        </Switch>
      )}
      {documentId !== null && (
        <Switch isSelected={isOwn} onChange={(alone) => readAlone(documentId, alone)}>
          Only for this text
        </Switch>
      )}
      <Button
        look="quiet"
        className="reading-reset"
        onPress={() => resetReading(documentId).catch(showFailure)}
      >
        {isOwn ? 'Back to all texts’ settings' : 'Back to usual'}
      </Button>
    </div>
  )
}
