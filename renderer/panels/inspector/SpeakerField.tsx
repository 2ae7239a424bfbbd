import type { Annotation } from '../../../preload/contract/annotation.ts'
import type { OutputOf } from '../../../preload/contract/index.ts'
import { request } from '../../client.ts'
import { setSpeaker } from '../../commands/change-annotation.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { activeView } from '../../store/views.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { useKeptWords } from './kept-words.ts'

const fromTurn = -1

/** Who says it: someone of the register, or a new name. Where nobody is set, whoever speaks then stands in the field in grey. */
export function SpeakerField({ annotation, isDisabled }: { annotation: Annotation; isDisabled: boolean }) {
  const speakers = useWorkbench((state) => state.speakers)
  const name = speakers.find((speaker) => speaker.id === annotation.speakerId)?.name ?? ''
  const kept = useKeptWords(name, (words) => setSpeaker(annotation.id, words))
  const commit = useCommits()
  const inherited = useAnswer(annotation.speakerId === null ? `${annotation.id} ${commit}` : null, () =>
    request('speaker.inherited', { annotation: annotation.id }),
  )
  const choices = speakers.map((speaker) => ({
    id: speaker.id as number,
    title: speaker.name,
    ...(speaker.variants.length > 0 && {
      description: speaker.variants.join(', '),
      also: speaker.variants,
    }),
  }))
  const isNew = inherited?.voice.kind === 'turn'
  return (
    <div data-field-of="speaker">
      <ComboBox
        label="Speaker"
        placeholder={inWords(inherited)}
        isDisabled={isDisabled}
        choices={
          isNew
            ? [{ id: fromTurn, title: inherited.voice.name, description: 'Speaks in this turn' }, ...choices]
            : choices
        }
        {...kept}
        onLeave={() => activeView()?.focus()}
      />
    </div>
  )
}

function inWords(inherited: OutputOf<'speaker.inherited'> | undefined): string {
  if (!inherited || inherited.from === null) return 'Who says it'
  const { voice, from } = inherited
  return from === 'turn' ? `${voice.name}, from the turn` : `${voice.name}, the ${from} of the document`
}
