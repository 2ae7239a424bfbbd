import { useState } from 'react'
import type { AnnotationId, ClaimId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { splitClaim } from '../../commands/claims.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ChangePreview } from '../changing/ChangePreview.tsx'
import { PickPassages, wordsOfPassage } from '../changing/PickPassages.tsx'
import { splitInWords } from './changes-in-words.ts'

const mostRows = 6

/** Makes some mentions of a claim those of a new one, after a look at what goes along. */
export function SplitClaim({ id, onClose }: { id: ClaimId; onClose: () => void }) {
  const mentions = useAnswer(String(id), () => request('claim.mentions', { id }))
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [typed, setTyped] = useState<string | null>(null)
  if (!mentions) return null
  const going = mentions.filter((mention) => chosen.has(mention.id))
  const statement = typed ?? (going[0] ? wordsOfPassage(going[0]) : '')
  const isReady = going.length > 0 && statement.trim() !== ''
  const splitting = { id, mentions: going.map((mention) => mention.id as AnnotationId), statement }
  const split = () => {
    onClose()
    splitClaim(splitting).catch(showFailure)
  }
  return (
    <Dialog
      title="Split this claim"
      description="Choose the mentions that state something else: they become the mentions of a new claim."
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
        <PickPassages
          label="Mentions"
          passages={mentions}
          chosen={chosen}
          onChoose={setChosen}
          mostRows={mostRows}
        />
        <TextField label="Statement of the new claim" lines={2} value={statement} onChange={setTyped} />
        {isReady ? (
          <Preview splitting={splitting} />
        ) : (
          <p className="change-quiet">Nothing chosen yet. Click a mention, or press Enter on it.</p>
        )}
      </div>
    </Dialog>
  )
}

interface PreviewProps {
  splitting: { id: ClaimId; mentions: AnnotationId[]; statement: string }
}

function Preview({ splitting }: PreviewProps) {
  const { id, mentions } = splitting
  // The statement changes nothing of what goes along.
  const preview = useAnswer(JSON.stringify([id, mentions]), () => request('claim.previewSplit', splitting))
  if (!preview) return null
  return (
    <ChangePreview of={`${countOf(mentions.length, 'mention')} chosen`} sentences={splitInWords(preview)} />
  )
}
