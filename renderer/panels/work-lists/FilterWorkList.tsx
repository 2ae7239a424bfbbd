import { askWorkList } from '../../store/argument/work-lists.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Filters } from '../filters/Filters.tsx'

export function FilterWorkList() {
  const filter = useWorkbench((state) => state.workListsView.asked.filter)
  return <Filters filter={filter} onChange={(next) => askWorkList({ filter: next })} />
}
