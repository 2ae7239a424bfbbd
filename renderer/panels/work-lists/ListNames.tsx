import { Trash2 } from 'lucide-react'
import { workLists } from '../../../preload/contract/work-list.ts'
import { deleteSavedList, showSavedList } from '../../commands/work-lists.ts'
import { askWorkList } from '../../store/argument/work-lists.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { listTitles } from './in-words.ts'
import { pressInNames } from './press-in-names.ts'

/** The lists with how many entries each has, and those that were saved. Up and down go from one to the next. */
export function ListNames() {
  const asked = useWorkbench((state) => state.workListsView.asked)
  const counts = useWorkbench((state) => state.workListing.counts)
  const saved = useWorkbench((state) => state.workListing.saved)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  return (
    <nav className="work-list-names" aria-label="Lists" onKeyDown={pressInNames}>
      <ul>
        {workLists.map((list, at) => (
          <li key={list}>
            <button
              type="button"
              className="work-list-name"
              aria-current={asked.list === list || undefined}
              onClick={() => askWorkList({ list })}
            >
              <span>{listTitles[list]}</span>
              <span className="work-list-number">
                {list === 'made-after' && asked.after === '' ? '' : counts?.[at]?.toLocaleString('en')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {saved.length > 0 && (
        <>
          <h2>Saved</h2>
          <ul>
            {saved.map(({ id, name, asked: own }) => (
              <li key={id} className="work-list-saved">
                <button
                  type="button"
                  className="work-list-name"
                  title={listTitles[own.list]}
                  aria-current={JSON.stringify(own) === JSON.stringify(asked) || undefined}
                  onClick={() => showSavedList(id)}
                  onKeyDown={({ key }) => {
                    if (key === 'Delete' && !readOnly) deleteSavedList(id).catch(showFailure)
                  }}
                >
                  <span>{name}</span>
                </button>
                <IconButton
                  icon={Trash2}
                  label={`Delete the saved list ${name}`}
                  shortcut="Delete"
                  isDisabled={readOnly}
                  onPress={() => deleteSavedList(id).catch(showFailure)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}
