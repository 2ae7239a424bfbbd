import { useEffect } from 'react'
import { confrontationRows, loadConfrontation } from '../../store/argument/confrontation.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { ConfrontationBar } from './ConfrontationBar.tsx'
import { ConfrontationGrid } from './ConfrontationGrid.tsx'
import { NothingToConfront } from './NothingToConfront.tsx'
import './confrontation.css'

/** Claims left, their answers right, tied by threads. */
export function ConfrontationView() {
  const confronted = useWorkbench((state) => state.confronted)
  const rows = confrontationRows(confronted)
  useEffect(() => {
    loadConfrontation().catch(showFailure)
  }, [])
  return (
    <section
      className="middle confrontation"
      data-area="confrontation"
      tabIndex={-1}
      aria-label="Confrontation"
    >
      <ConfrontationBar />
      {rows === undefined ? (
        <div data-busy className="confrontation-coming" />
      ) : rows.count === 0 ? (
        <NothingToConfront claims={rows.columns.claims + rows.columns.others} />
      ) : (
        <ConfrontationGrid rows={rows} />
      )}
    </section>
  )
}
