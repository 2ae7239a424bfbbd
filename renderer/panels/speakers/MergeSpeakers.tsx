import { useState } from 'react'
import type { SpeakerId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { mergeSpeakers } from '../../commands/speakers.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { registered } from '../../store/speakers.ts'
import { useAnswer } from '../../store/use-answer.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choices.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ChangePreview } from './ChangePreview.tsx'
import { speakersMergedInWords } from './changes-in-words.ts'
import '../claims/change-claims.css'

/** Makes several speakers one, after a look at what that changes. The longest name is offered to stay. */
export function MergeSpeakers({ ids, onClose }: { ids: SpeakerId[]; onClose: () => void }) {
  const speakers = useWorkbench((state) => state.speakers)
  const counts = useAnswer('counts', () => request('speaker.counts', undefined))
  const chosen = registered(
    speakers.filter(({ id }) => ids.includes(id)),
    counts,
  ).sort((a, b) => b.name.length - a.name.length)
  const [into, setInto] = useState<SpeakerId | undefined>(chosen[0]?.id)
  const others = chosen.map(({ id }) => id).filter((id) => id !== into)
  const merging = into !== undefined && others.length > 0 ? { ids: others, into } : null
  const preview = useAnswer(merging && JSON.stringify(merging), () =>
    request('speaker.previewMerge', merging!),
  )
  const merge = () => {
    if (!merging) return
    onClose()
    mergeSpeakers(merging).catch(showFailure)
  }
  return (
    <Dialog
      title={`Merge ${chosen.length} speakers`}
      description="They become one, who goes by all their names."
      onClose={onClose}
      onConfirm={preview ? merge : undefined}
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
          label="The speaker that stays, with its name"
          value={String(into)}
          onChange={(id) => setInto(Number(id) as SpeakerId)}
          choices={chosen.map(({ id, name, variants, passages }) => ({
            id: String(id),
            title: name,
            description: [countOf(passages, 'passage'), ...variants].join(' · '),
          }))}
        />
        {preview && <ChangePreview sentences={speakersMergedInWords(preview)} />}
      </div>
    </Dialog>
  )
}
