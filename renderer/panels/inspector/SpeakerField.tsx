import type { Annotation } from '../../../preload/contract/annotation.ts'
import { setSpeaker } from '../../commands/change-annotation.ts'
import { activeView } from '../../store/views.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { useKeptWords } from './kept-words.ts'

/** Who says it: someone of the register, or a new name. */
export function SpeakerField({ annotation, isDisabled }: { annotation: Annotation; isDisabled: boolean }) {
  const speakers = useWorkbench((state) => state.speakers)
  const name = speakers.find((speaker) => speaker.id === annotation.speakerId)?.name ?? ''
  const kept = useKeptWords(name, (words) => setSpeaker(annotation.id, words))
  return (
    <div data-field-of="speaker">
      <ComboBox
        label="Speaker"
        placeholder="Who says it"
        isDisabled={isDisabled}
        choices={speakers.map((speaker) => ({
          id: speaker.id,
          title: speaker.name,
          ...(speaker.variants.length > 0 && {
            description: speaker.variants.join(', '),
            also: speaker.variants,
          }),
        }))}
        {...kept}
        onLeave={() => activeView()?.focus()}
      />
    </div>
  )
}
