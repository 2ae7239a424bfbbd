import { ChevronDown, ChevronRight } from 'lucide-react'
import type { LikelySame } from '../../../preload/contract/speaker.ts'
import { request } from '../../client.ts'
import { tellApart } from '../../commands/speakers.ts'
import { changeSpeakersView, type RegisteredSpeaker } from '../../store/argument/speakers.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useChanges } from '../../store/commits.ts'
import { showFailure } from '../../store/notices.ts'
import { showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'

const mostShown = 20

/** Speakers who may be one and the same. Nothing is merged by itself. */
export function LikelySpeakers({ speakers }: { speakers: readonly RegisteredSpeaker[] }) {
  const isShown = useWorkbench((state) => state.speakersView.suggestionsShown)
  const changes = useChanges((state) => state.speakers)
  const likely = useAnswer(`${changes}`, () => request('speaker.likely', undefined)) ?? []
  const about = new Map(speakers.map((speaker) => [speaker.id, speaker]))
  const pairs = likely.filter(({ one, other }) => about.has(one) && about.has(other))
  if (pairs.length === 0) return null
  return (
    <section className="speakers-likely" aria-label="Perhaps the same">
      <Button
        look="quiet"
        icon={isShown ? ChevronDown : ChevronRight}
        aria-expanded={isShown}
        onPress={() => changeSpeakersView({ suggestionsShown: !isShown })}
      >
        {`Perhaps the same: ${pairs.length.toLocaleString('en')}`}
      </Button>
      {isShown && (
        <ol>
          {pairs.slice(0, mostShown).map((pair) => (
            <li key={`${pair.one} ${pair.other}`}>
              <Pair pair={pair} />
            </li>
          ))}
          {pairs.length > mostShown && (
            <li className="claims-quiet">The next ones come when these have been judged.</li>
          )}
        </ol>
      )}
    </section>
  )
}

function Pair({ pair: { one, other, why } }: { pair: LikelySame }) {
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <>
      <p dir="auto">{why}</p>
      <span className="speakers-likely-buttons">
        <Button
          isDisabled={readOnly}
          aria-label={`Merge: ${why}`}
          onPress={() => showDialog({ kind: 'merge-speakers', ids: [one, other] })}
        >
          Merge…
        </Button>
        <Button
          look="quiet"
          isDisabled={readOnly}
          aria-label={`They are two: ${why}`}
          onPress={() => tellApart(one, other).catch(showFailure)}
        >
          They are two
        </Button>
      </span>
    </>
  )
}
