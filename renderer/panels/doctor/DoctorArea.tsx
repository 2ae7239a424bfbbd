import { useEffect, useRef } from 'react'
import { checks } from '../../../preload/contract/doctor.ts'
import { askDoctor, countFindings, examine, goToFirstFound } from '../../store/argument/doctor.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Done } from '../middle/Done.tsx'
import { pressInNames } from '../work-lists/press-in-names.ts'
import { FindingList } from './FindingList.tsx'
import { checkTitles, checkWords } from './in-words.ts'
import '../work-lists/work-lists.css'
import './doctor.css'

const shows = [
  { id: 'open', title: 'Open' },
  { id: 'intended', title: 'Intended' },
] as const

/** What may be wrong with the argument: the checks, and what the one that is open has found. */
export function DoctorArea() {
  const { check, show } = useWorkbench((state) => state.doctorView)
  const area = useRef<HTMLElement>(null)
  useEffect(() => {
    const find = async () => {
      await examine()
      await countFindings()
      // Its list takes the keyboard from here, which the name of the check before had.
      if (goToFirstFound()) area.current?.focus()
    }
    find().catch(showFailure)
  }, [])
  return (
    <section
      ref={area}
      className="middle doctor"
      data-area="doctor"
      tabIndex={-1}
      aria-label="Consistency doctor"
    >
      <header className="middle-bar">
        <h1>{checkTitles[check]}</h1>
        <p className="middle-count" />
        <Segmented
          label="Findings"
          options={shows}
          value={show}
          onChange={(next) => askDoctor({ show: next })}
        />
        <Done view="view.doctor" />
      </header>
      <div className="middle-split work-lists-body">
        <CheckNames />
        <div className="work-list">
          <p className="doctor-words">{checkWords[check]}</p>
          <FindingList />
        </div>
      </div>
    </section>
  )
}

/** The checks, with how many findings are open. */
function CheckNames() {
  const chosen = useWorkbench((state) => state.doctorView.check)
  const counts = useWorkbench((state) => state.examined.counts)
  return (
    <nav className="work-list-names" aria-label="Checks" onKeyDown={pressInNames}>
      <ul>
        {checks.map((check, at) => (
          <li key={check}>
            <button
              type="button"
              className="work-list-name"
              aria-current={check === chosen || undefined}
              onClick={() => askDoctor({ check })}
            >
              <span>{checkTitles[check]}</span>
              <span className="work-list-number">{counts?.[at]?.open.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
