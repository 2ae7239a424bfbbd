import { useMemo, useState } from 'react'
import type { InputOf } from '../../../preload/contract/index.ts'
import { parseQuery } from '../../../preload/contract/search/parse.ts'
import { request } from '../../client.ts'
import { ask, change } from '../../store/searching/searching.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { type CountColumn, CountTable } from './CountTable.tsx'
import { useCounts } from './use-counts.ts'

type Sort = NonNullable<InputOf<'search.collocates'>['sort']>

const columns: readonly CountColumn<Sort>[] = [
  { id: 'word', title: 'Word' },
  { id: 'near', title: 'Beside', help: 'How often it stands beside a hit' },
  { id: null, title: 'Expected', help: 'How often it would by chance' },
  { id: 'count', title: 'In all', help: 'How often it stands in the documents that were searched' },
  {
    id: 'likelihood',
    title: 'G²',
    help: 'Dunning’s log-likelihood: above 10.8 chance has it once in a thousand',
  },
]

/** Words that stand beside the hits more often than elsewhere. */
export function Collocates() {
  const result = useWorkbench((state) => state.searching.result)
  const query = useWorkbench((state) => state.searching.asked.query)
  const [sort, setSort] = useState<Sort>('likelihood')
  const [{ left, right }, setReach] = useState({ left: 4, right: 4 })
  const id = result && result.hits > 0 ? result.id : null
  const counts = useCounts(JSON.stringify([id, sort, left, right]), () =>
    id === null ? null : request('search.collocates', { id, sort, left, right, least: 2 }),
  )
  const rows = useMemo(() => counts?.map((row, at) => ({ id: at + 1, ...row })) ?? [], [counts])
  if (id === null) {
    return (
      <EmptyState title="Words beside the hits">
        Look for a word, and here stands what goes with it in the texts.
      </EmptyState>
    )
  }
  const step = (side: 'left' | 'right') => (by: 1 | 0 | -1) =>
    setReach((reach) => ({ ...reach, [side]: by === 0 ? 4 : Math.max(0, Math.min(20, reach[side] + by)) }))
  const open = (word: string) => {
    change({ tab: 'lines' })
    ask({ query: besideQuery(query, word, Math.max(left, right)) })
  }
  return (
    <div className="search-counts">
      <div className="search-row">
        <span>Words to the left</span>
        <Stepper
          label="Words to the left"
          value={left}
          words={`${left}`}
          min={0}
          max={20}
          onStep={step('left')}
        />
        <span>to the right</span>
        <Stepper
          label="Words to the right"
          value={right}
          words={`${right}`}
          min={0}
          max={20}
          onStep={step('right')}
        />
      </div>
      {counts && (
        <CountTable
          label="Words beside the hits"
          columns={columns}
          sort={sort}
          onSort={setSort}
          rows={rows}
          cellsOf={({ near, expected, count, likelihood }) => [
            near.toLocaleString('en'),
            expected.toFixed(1),
            count.toLocaleString('en'),
            likelihood.toFixed(1),
          ]}
          onOpen={({ word }) => open(word)}
          empty="No word stands beside the hits more often than elsewhere."
        />
      )}
    </div>
  )
}

/** Finds the places where a word stands beside what was looked for; where that is more than words, the word with it. */
function besideQuery(query: string, word: string, reach: number): string {
  const parsed = parseQuery(query)
  const isWords = 'node' in parsed && parsed.node?.kind === 'words'
  return isWords ? `NEAR(${query.trim()} ${word}, ${Math.max(0, reach - 1)})` : `(${query}) ${word}`
}
