import { useEffect, useState } from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { ConcordanceLine } from '../../../preload/contract/search.ts'
import { request } from '../../client.ts'
import { showFailure } from '../../store/notices.ts'
import { lineAt } from '../../store/searching/searching.ts'
import { useWorkbench } from '../../store/workbench.ts'

export type TagsOfLines = ReadonlyMap<ConcordanceLine, readonly TagId[]>

/**
 * Which tags the hits of the lines from `first` to `end` (not included) have. After a change those from before stay
 * until the others are there.
 */
export function useTagsOfLines(first: number, end: number): TagsOfLines {
  const searching = useWorkbench((state) => state.searching)
  const history = useWorkbench((state) => state.history)
  const [known, setKnown] = useState({ as: history, tags: new Map<ConcordanceLine, readonly TagId[]>() })

  useEffect(() => {
    const isOld = known.as !== history
    const lines: ConcordanceLine[] = []
    for (let place = first; place < end; place++) {
      const line = lineAt(searching, place)
      if (line && (isOld || !known.tags.has(line))) lines.push(line)
    }
    if (lines.length === 0) return
    let isWanted = true
    const places = lines.map(({ documentId, start, end }) => ({ documentId, start, end }))
    request('search.tagsAt', { places })
      .then((answers) => {
        if (!isWanted) return
        const others = answers.map((tags, i) => [lines[i]!, tags] as const)
        setKnown({ as: history, tags: new Map([...(isOld ? [] : known.tags), ...others]) })
      })
      .catch(showFailure)
    return () => {
      isWanted = false
    }
  }, [searching, history, first, end, known])
  return known.tags
}
