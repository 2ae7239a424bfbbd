import { useState } from 'react'
import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import type { AnnotationId, SpeakerId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { splitSpeaker } from '../../commands/speakers.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { dateInWords } from '../documents/date-in-words.ts'
import { ChangePreview } from './ChangePreview.tsx'
import { speakerSplitInWords } from './changes-in-words.ts'
import '../claims/change-claims.css'
import './speakers.css'

const rowHeight = 46
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
      <div className="claims-change">
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
            <div
              className="claims-split"
              style={{ height: rowHeight * Math.min(mostRows, said.hits.length) + 2 }}
            >
              <VirtualList
                label="Passages"
                items={said.hits}
                textOf={wordsOf}
                rowHeight={rowHeight}
                selected={[...chosen]}
                choosing={{ chosen, choose: setChosen }}
                onOpen={(hit) => setChosen(toggled(chosen, hit.id))}
                empty={null}
              >
                {(hit) => <Passage hit={hit} isChosen={chosen.has(hit.id)} />}
              </VirtualList>
            </div>
          </div>
        )}
        {isReady ? (
          <Preview splitting={splitting} />
        ) : (
          <p className="claims-quiet">
            {name === '' ? 'Name the new speaker.' : 'Choose what is the new speaker’s.'} Space or Enter
            chooses a passage.
          </p>
        )}
      </div>
    </Dialog>
  )
}

function Passage({ hit, isChosen }: { hit: AnnotationHit; isChosen: boolean }) {
  return (
    <div className="claims-split-row">
      <input type="checkbox" checked={isChosen} readOnly tabIndex={-1} aria-hidden />
      <span>
        <q dir="auto">{wordsOf(hit)}</q>
        <span className="claims-quiet">
          {[hit.documentTitle, dateInWords(hit.documentDate)].filter(Boolean).join(' · ')}
        </span>
      </span>
    </div>
  )
}

interface PreviewProps {
  splitting: { id: SpeakerId; name: string; variants: string[]; annotations: AnnotationId[] }
}

function Preview({ splitting }: PreviewProps) {
  const preview = useAnswer(JSON.stringify(splitting), () => request('speaker.previewSplit', splitting))
  return preview ? <ChangePreview sentences={speakerSplitInWords(preview)} /> : null
}

function wordsOf(hit: AnnotationHit): string {
  return hit.quote.join(' … ').replace(/\s+/gu, ' ').trim()
}

function toggled(chosen: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}
