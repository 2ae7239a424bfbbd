import { useEffect, useState } from 'react'
import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import { request } from '../../client.ts'
import { titleIn } from '../../commands/change-keys.ts'
import { useKeyOf } from '../../commands/key-choices.ts'
import { linkFrom } from '../../commands/link-passages.ts'
import { endOf } from '../../store/argument/linking.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { goToAnnotation } from '../../store/places.ts'
import { closeDialog } from '../../store/screen.ts'
import { withDots } from '../../store/with-dots.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { keyText } from '../../ui/keys.ts'
import { TagSwatch } from '../../ui/Tag.tsx'
import { PickFromList } from './PickFromList.tsx'

/** Finds a tagged passage anywhere in the project: to go there, or to make it the other end of the pending link. */
export function FindPassage({ purpose }: { purpose: 'go' | 'link' }) {
  const tags = useWorkbench((state) => state.tags)
  const [words, setWords] = useState('')
  const hits = useHits(words)
  const searchKey = useKeyOf()('view.search')
  const pick = (id: AnnotationHit['id']) => {
    const hit = hits.find((one) => one.id === id)
    if (!hit) return
    closeDialog()
    if (purpose === 'link') linkFrom(endOf(hit))
    else goToAnnotation(hit.id, hit.documentId).catch(showFailure)
  }
  return (
    <PickFromList
      label={purpose === 'link' ? 'Find the other end of the link' : 'Find a tagged passage'}
      placeholder="Words of the passage, its note or its document’s title"
      empty={`No tagged passage has these words. ${titleIn('view.search')}${searchKey ? ` (${keyText(searchKey)})` : ''} looks through all texts.`}
      onWords={setWords}
      picks={hits.map((hit) => {
        const tag = tags.find((one) => one.id === hit.tagId)
        return {
          id: hit.id,
          title: hit.quote.join(' … '),
          sign: tag && <TagSwatch color={tag.color} />,
          detail: withDots([tag?.name, hit.documentTitle, dateInWords(hit.documentDate)]),
        }
      })}
      onClose={closeDialog}
      onPick={pick}
    />
  )
}

/** The latest answer to the latest words; an answer that comes late is passed over. */
function useHits(words: string): AnnotationHit[] {
  const [hits, setHits] = useState<AnnotationHit[]>([])
  useEffect(() => {
    let wanted = true
    request('annotation.search', { words })
      .then((found) => wanted && setHits(found))
      .catch(showFailure)
    return () => {
      wanted = false
    }
  }, [words])
  return hits
}
