import { Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { LikelyClaim } from '../../../preload/contract/claim.ts'
import { claimWording } from '../../../preload/contract/claim-wording.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { stateClaim, wordsOfFirst } from '../../commands/state-claim.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { closeDialog, showDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { LitWords } from '../../ui/LitWords.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import './pick-from-list.css'

/** Stands in the list for a claim that is not there yet. */
const newClaim = 0

/** Below this a claim shares too little to stand before a new one. */
const leastLikeness = 0.2

type Item = { id: typeof newClaim; words: string } | LikelyClaim

/**
 * Which claim passages state: the likeliest that are there, found by typing too, or a new one. A new one that was not
 * typed begins as the words of the passage, to be put right before it is made.
 */
export function StateClaim({ annotationIds }: { annotationIds: AnnotationId[] }) {
  const [words, setWords] = useState('')
  const likely = useLikely(annotationIds, words)
  const present = useWorkbench(({ focused }) =>
    focused && annotationIds.includes(focused.annotation.id) ? focused.annotation.claimId : null,
  )
  if (!likely) return null
  const typed = words.trim()
  const proposed = typed || wordsOfFirst(annotationIds)
  const wording = claimWording(typed)
  const isThere = wording !== '' && likely.some(({ statement }) => claimWording(statement) === wording)
  const fresh: Item[] = isThere ? [] : [{ id: newClaim, words: proposed }]
  const isLikely = (claim: LikelyClaim) => typed !== '' || claim.likeness >= leastLikeness
  const items: Item[] = [...likely.filter(isLikely), ...fresh, ...likely.filter((claim) => !isLikely(claim))]

  const make = () => {
    if (typed !== '') {
      closeDialog()
      stateClaim(annotationIds, { statement: typed }).catch(showFailure)
    } else showDialog({ kind: 'new-claim', annotationIds, words: proposed })
  }
  const pick = (item: Item, other: boolean) => {
    if (other || !('statement' in item)) return make()
    closeDialog()
    stateClaim(annotationIds, { id: item.id }).catch(showFailure)
  }
  const those = annotationIds.length === 1 ? 'This passage states' : `${annotationIds.length} passages state`
  return (
    <Picker<Item>
      label={`${those}…`}
      heading={`${those}…`}
      placeholder="Words of a claim, or a new statement"
      words={words}
      onWords={setWords}
      items={items}
      onPick={pick}
      onClose={closeDialog}
      rowHeight={50}
      hint={
        <>
          {likely.length > 0 && <span>The likeliest first; the words it shares are lit</span>}
          <span>
            <Shortcut keys="Shift+Enter" /> a new claim
          </span>
        </>
      }
    >
      {(item) =>
        'statement' in item ? (
          <Known claim={item} isPresent={item.id === present} />
        ) : (
          <New words={item.words} />
        )
      }
    </Picker>
  )
}

function Known({ claim, isPresent }: { claim: LikelyClaim; isPresent: boolean }) {
  const { statement, shared, mentions } = claim
  return (
    <span className="pick">
      <span className="pick-words">
        <span className="pick-title" dir="auto">
          <LitWords text={statement} lit={shared} />
        </span>
        <span className="pick-detail">
          {mentions === 0 ? 'No mention yet' : countOf(mentions, 'mention')}
          {isPresent && ' · stated now'}
        </span>
      </span>
    </span>
  )
}

function New({ words }: { words: string }) {
  return (
    <span className="pick">
      <Icon of={Plus} size={14} />
      <span className="pick-words">
        <span className="pick-title">New claim…</span>
        <span className="pick-detail" dir="auto">
          {words}
        </span>
      </span>
    </span>
  )
}

/** The latest answer to the latest words; undefined before the first one. */
function useLikely(annotationIds: AnnotationId[], words: string): LikelyClaim[] | undefined {
  const [likely, setLikely] = useState<LikelyClaim[]>()
  useEffect(() => {
    let wanted = true
    request('claim.likely', { annotationIds, words })
      .then((found) => wanted && setLikely(found))
      .catch(showFailure)
    return () => {
      wanted = false
    }
  }, [annotationIds, words])
  return likely
}
