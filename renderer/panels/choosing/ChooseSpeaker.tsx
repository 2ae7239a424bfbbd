import { Plus } from 'lucide-react'
import { useState } from 'react'
import { setSpeakerOfChosen } from '../../commands/many-annotations.ts'
import { showFailure } from '../../store/notices.ts'
import { closeDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { type Pick, PickFromList } from './PickFromList.tsx'

const newSpeaker = 0
const nobody = -1

/** Gives the annotations that are taken together a speaker: one of the register, a new one by typing, or nobody. */
export function ChooseSpeaker() {
  const speakers = useWorkbench((state) => state.speakers)
  const [words, setWords] = useState('')
  const name = words.trim()
  const typed = name.toLowerCase()
  const fitting = speakers.filter((one) =>
    [one.name, ...one.variants].some((other) => other.toLowerCase().includes(typed)),
  )
  const picks: Pick<number>[] = fitting.map((speaker) => ({
    id: speaker.id,
    title: speaker.name,
    detail: speaker.variants.join(', '),
  }))
  const isKnown = speakers.some((one) =>
    [one.name, ...one.variants].some((other) => other.toLowerCase() === typed),
  )
  if (name !== '' && !isKnown)
    picks.push({ id: newSpeaker, title: `New speaker “${name}”`, sign: <Icon of={Plus} size={14} /> })
  if (name === '') picks.push({ id: nobody, title: 'Nobody' })

  const pick = (id: number) => {
    closeDialog()
    const known = speakers.find((speaker) => speaker.id === id)?.name
    setSpeakerOfChosen(known ?? (id === nobody ? '' : name)).catch(showFailure)
  }
  return (
    <PickFromList
      label="Who says the selected passages"
      placeholder="Name of a speaker, or of a new one"
      empty="No speaker of that name."
      picks={picks}
      onWords={setWords}
      onClose={closeDialog}
      onPick={pick}
    />
  )
}
