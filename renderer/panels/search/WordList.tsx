import { useDeferredValue, useMemo, useState } from 'react'
import type { InputOf } from '../../../preload/contract/index.ts'
import { request } from '../../client.ts'
import { countOf } from '../../store/counting.ts'
import { ask, change } from '../../store/searching/searching.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { SearchField } from '../../ui/TextField.tsx'
import { type CountColumn, CountTable } from './CountTable.tsx'
import { useCounts } from './use-counts.ts'

type Sort = NonNullable<InputOf<'search.words'>['sort']>

const columns: readonly CountColumn<Sort>[] = [
  { id: 'word', title: 'Word' },
  { id: 'count', title: 'Count' },
  { id: 'documents', title: 'Documents', help: 'In how many documents it stands' },
  {
    id: 'deviation',
    title: 'DP',
    help: 'Gries’ deviation of proportions: 0 where it is spread evenly, near 1 where it stands in few documents',
  },
]

/** Every word of the documents that fit the filter, with how often and how evenly it stands there. */
export function WordList() {
  const documents = useWorkbench((state) => state.searching.asked.documents)
  const all = useWorkbench((state) => state.documents)
  const [sort, setSort] = useState<Sort>('count')
  const [words, setWords] = useState('')
  const holding = useDeferredValue(words)
  const texts = useMemo(() => all.map(({ id, length }) => `${id} ${length}`).join(), [all])
  const counts = useCounts(JSON.stringify([documents, sort, holding, texts]), () =>
    request('search.words', { documents, sort, holding }),
  )
  const rows = useMemo(() => counts?.rows.map((row, id) => ({ id: id + 1, ...row })) ?? [], [counts])
  const shown =
    counts && counts.rows.length < counts.different ? `; the first ${countOf(rows.length, 'row')}` : ''
  return (
    <div className="search-counts">
      <div className="search-row">
        <SearchField
          aria-label="Words that hold"
          placeholder="Words that hold"
          value={words}
          onChange={setWords}
        />
        <p className="search-count">
          {counts &&
            `${counts.different.toLocaleString('en')} different of ${countOf(counts.words, 'word')}, as search finds them: “don’t” is two${shown}`}
        </p>
      </div>
      {counts && (
        <CountTable
          label="Words"
          columns={columns}
          sort={sort}
          onSort={setSort}
          rows={rows}
          cellsOf={({ count, documents: inDocuments, deviation }) => [
            count.toLocaleString('en'),
            inDocuments.toLocaleString('en'),
            deviation.toFixed(2),
          ]}
          onOpen={({ word }) => {
            change({ tab: 'lines' })
            ask({ query: word })
          }}
          empty="No word of the texts holds this."
        />
      )}
    </div>
  )
}
