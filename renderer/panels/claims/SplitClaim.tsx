import { useState } from 'react'
import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import type { AnnotationId, ClaimId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { splitClaim } from '../../commands/claims.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { dateInWords } from '../documents/date-in-words.ts'
import { splitInWords } from './changes-in-words.ts'
import './change-claims.css'

const rowHeight = 46
const mostRows = 6

/** Makes some mentions of a claim those of a new one, after a look at what goes along. */
export function SplitClaim({ id, onClose }: { id: ClaimId; onClose: () => void }) {
  const mentions = useAnswer(String(id), () => request('claim.mentions', { id }))
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [typed, setTyped] = useState<string | null>(null)
  if (!mentions) return null
  const going = mentions.filter((mention) => chosen.has(mention.id))
  const statement = typed ?? wordsOf(going[0])
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
      <div className="claims-change">
        <div className="claims-split" style={{ height: rowHeight * Math.min(mostRows, mentions.length) + 2 }}>
          <VirtualList
            label="Mentions"
            items={mentions}
            textOf={wordsOf}
            rowHeight={rowHeight}
            selected={[...chosen]}
            choosing={{ chosen, choose: setChosen }}
            onOpen={(mention) => setChosen(toggled(chosen, mention.id))}
            empty={null}
          >
            {(mention) => <Mention mention={mention} isChosen={chosen.has(mention.id)} />}
          </VirtualList>
        </div>
        <TextField label="Statement of the new claim" lines={2} value={statement} onChange={setTyped} />
        {isReady ? (
          <Preview splitting={splitting} />
        ) : (
          <p className="claims-quiet">Nothing chosen yet. Click a mention, or press Enter on it.</p>
        )}
      </div>
    </Dialog>
  )
}

function Mention({ mention, isChosen }: { mention: AnnotationHit; isChosen: boolean }) {
  return (
    <div className="claims-split-row">
      <input type="checkbox" checked={isChosen} readOnly tabIndex={-1} aria-hidden />
      <span>
        <q dir="auto">{wordsOf(mention)}</q>
        <span className="claims-quiet">
          {[mention.documentTitle, dateInWords(mention.documentDate)].filter(Boolean).join(' · ')}
        </span>
      </span>
    </div>
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
    <section className="claims-preview" aria-label="What changes" aria-live="polite">
      <h3>What changes: {countOf(mentions.length, 'mention')} chosen</h3>
      <ul>
        {splitInWords(preview).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p>One step: it can be undone.</p>
    </section>
  )
}

function wordsOf(mention: AnnotationHit | undefined): string {
  return mention?.quote.join(' … ').replace(/\s+/gu, ' ').trim() ?? ''
}

function toggled(chosen: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}
