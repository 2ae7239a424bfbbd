import { useState } from 'react'
import type { AnnotationId, SpeakerId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { splitSpeaker } from '../../commands/speakers.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChangePreview } from '../changing/ChangePreview.tsx'
import { PickPassages } from '../changing/PickPassages.tsx'
import { speakerSplitInWords } from './changes-in-words.ts'
import './speakers.css'

const mostRows = 5
const mostPassages = 5000

/** Makes some passages and names of a speaker those of a new one, after a look at what goes along. */
export function SplitSpeaker({ id, onClose }: { id: SpeakerId; onClose: () => void }) {
  const speaker = useWorkbench((state) => state.speakers.find((one) => one.id === id))
  const said = useAnswer(String(id), () => request('speaker.passages', { id, count: mostPassages }))
  const [variants, setVariants] = useState<readonly string[]>([])
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [typed, setTyped] = useState<string | null>(null)
  if (!speaker || !said) return null

  const name = (typed ?? variants[0] ?? '').trim()
  const annotations = [...chosen] as AnnotationId[]
  const isReady = name !== '' && (annotations.length > 0 || variants.length > 0)
  const splitting = { id, name, variants: [...variants], annotations }
  const split = () => {
    onClose()
    splitSpeaker(splitting).catch(showFailure)
  }
  return (
    <Dialog
      title={`Split ${speaker.name}`}
      description="Choose the names and the passages of the other one."
      width="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!isReady} onPress={split}>
            Split
          </Button>
        </>
      }
    >
      <div className="change">
        {speaker.variants.length > 0 && (
          <fieldset className="speakers-split-names">
            <legend className="ui-field-label">Names of the other one</legend>
            {speaker.variants.map((variant) => (
              <Checkbox
                key={variant}
                isSelected={variants.includes(variant)}
                onChange={(isIn) =>
                  setVariants(isIn ? [...variants, variant] : variants.filter((one) => one !== variant))
                }
              >
                {variant}
              </Checkbox>
            ))}
          </fieldset>
        )}
        <TextField label="Name of the new speaker" value={typed ?? variants[0] ?? ''} onChange={setTyped} />
        {said.total > 0 && (
          <div>
            <p className="ui-field-label">
              Passages of the other one: {chosen.size.toLocaleString('en')} of{' '}
              {countOf(said.total, 'passage')}
              {said.total > said.hits.length &&
                `; the first ${said.hits.length.toLocaleString('en')} are listed`}
            </p>
            <PickPassages
              label="Passages"
              passages={said.hits}
              chosen={chosen}
              onChoose={setChosen}
              mostRows={mostRows}
            />
          </div>
        )}
        {isReady ? (
          <Preview splitting={splitting} />
        ) : (
          <p className="change-quiet">
            {name === '' ? 'Name the new speaker.' : 'Choose what is the new speaker’s.'} Space or Enter
            chooses a passage.
          </p>
        )}
      </div>
    </Dialog>
  )
}

interface PreviewProps {
  splitting: { id: SpeakerId; name: string; variants: string[]; annotations: AnnotationId[] }
}

function Preview({ splitting }: PreviewProps) {
  const preview = useAnswer(JSON.stringify(splitting), () => request('speaker.previewSplit', splitting))
  return preview ? <ChangePreview sentences={speakerSplitInWords(preview)} /> : null
}
