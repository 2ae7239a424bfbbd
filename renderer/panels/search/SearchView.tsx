import { useEffect } from 'react'
import { showFailure } from '../../store/notices.ts'
import { prepareSearching } from '../../store/searching/searching.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Collocates } from './Collocates.tsx'
import { LineList } from './LineList.tsx'
import { SearchBar } from './SearchBar.tsx'
import { SearchFilters } from './SearchFilters.tsx'
import { WordList } from './WordList.tsx'
import './search.css'

/** Searches all texts: the hits in their lines, the words of the texts, and the words beside the hits. */
export function SearchView() {
  const tab = useWorkbench((state) => state.searching.tab)
  const filtersShown = useWorkbench((state) => state.searching.filtersShown)
  useEffect(() => {
    prepareSearching().catch(showFailure)
  }, [])
  return (
    <section className="middle" data-area="search" tabIndex={-1} aria-label="Search">
      <SearchBar />
      {filtersShown && <SearchFilters />}
      {tab === 'lines' && <LineList />}
      {tab === 'words' && <WordList />}
      {tab === 'beside' && <Collocates />}
    </section>
  )
}
