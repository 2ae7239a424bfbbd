import { useState } from 'react'
import type { MergedClaims } from '../../../preload/contract/claim.ts'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { mergeClaims } from '../../commands/claims.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { mergeInWords } from './changes-in-words.ts'
import './change-claims.css'

/** Makes several claims one, after a look at what that changes. */
export function MergeClaims({ ids, onClose }: { ids: ClaimId[]; onClose: () => void }) {
  const claims = useWorkbench((state) => state.claims)
  const chosen = claims.filter(({ id }) => ids.includes(id)).sort((a, b) => b.mentions - a.mentions)
  const [into, setInto] = useState<ClaimId | undefined>(chosen[0]?.id)
  const others = chosen.map(({ id }) => id).filter((id) => id !== into)
  const merging = into !== undefined && others.length > 0 ? { ids: others, into } : null
  const preview = useAnswer(merging && JSON.stringify(merging), () => request('claim.previewMerge', merging!))
  const merge = () => {
    if (!merging) return
    onClose()
    mergeClaims(merging).catch(showFailure)
  }
  return (
    <Dialog
      title={`Merge ${chosen.length} claims`}
      description="They become one claim, stated by all their passages."
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={!merging || !preview} onPress={merge}>
            Merge
          </Button>
        </>
      }
    >
      <div className="claims-change">
        <RadioGroup
          label="The claim that stays, with its statement"
          value={String(into)}
          onChange={(id) => setInto(Number(id) as ClaimId)}
          choices={chosen.map(({ id, statement, mentions }) => ({
            id: String(id),
            title: statement,
            description: countOf(mentions, 'mention'),
          }))}
        />
        {preview && <Preview merged={preview} />}
      </div>
    </Dialog>
  )
}

function Preview({ merged }: { merged: MergedClaims }) {
  return (
    <section className="claims-preview" aria-label="What changes" aria-live="polite">
      <h3>What changes</h3>
      <ul>
        {mergeInWords(merged).map((words) => (
          <li key={words} dir="auto">
            {words}
          </li>
        ))}
      </ul>
      <p>One step: it can be undone.</p>
    </section>
  )
}
