import type { SpeakerId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { mergeSpeakers } from '../../commands/speakers.ts'
import { registered } from '../../store/argument/speakers.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { MergeInto } from '../changing/MergeInto.tsx'
import { speakersMergedInWords } from './changes-in-words.ts'

/** Makes several speakers one. The longest name is offered to stay. */
export function MergeSpeakers({ ids, onClose }: { ids: SpeakerId[]; onClose: () => void }) {
  const speakers = useWorkbench((state) => state.speakers)
  const counts = useAnswer('counts', () => request('speaker.counts', undefined))
  const chosen = registered(
    speakers.filter(({ id }) => ids.includes(id)),
    counts,
  ).sort((a, b) => b.name.length - a.name.length)
  return (
    <MergeInto
      what="speakers"
      description="They become one, who goes by all their names."
      label="The speaker that stays, with its name"
      choices={chosen.map(({ id, name, variants, passages }) => ({
        id,
        title: name,
        description: [countOf(passages, 'passage'), ...variants].join(' · '),
      }))}
      ask={async (merging) => speakersMergedInWords(await request('speaker.previewMerge', merging))}
      merge={(merging) => mergeSpeakers(merging).catch(showFailure)}
      onClose={onClose}
    />
  )
}
