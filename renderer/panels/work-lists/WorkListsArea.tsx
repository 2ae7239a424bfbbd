import { useEffect } from 'react'
import { countWorkLists, loadSavedLists, readWorkList } from '../../store/argument/work-lists.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { EntryList } from './EntryList.tsx'
import { FilterWorkList } from './FilterWorkList.tsx'
import { ListNames } from './ListNames.tsx'
import { WorkListBar } from './WorkListBar.tsx'
import './work-lists.css'

/** What is still to be done: the lists, and the entries of the one that is open, each with why it is there. */
export function WorkListsArea() {
  const filtersShown = useWorkbench((state) => state.workListsView.filtersShown)
  useEffect(() => {
    readWorkList()
      .then(() => Promise.all([countWorkLists(), loadSavedLists()]))
      .catch(showFailure)
  }, [])
  return (
    <section className="middle" data-area="work-lists" tabIndex={-1} aria-label="Work lists">
      <WorkListBar />
      <div className="middle-split work-lists-body">
        <ListNames />
        <div className="work-list">
          {filtersShown && <FilterWorkList />}
          <EntryList />
        </div>
      </div>
    </section>
  )
}
