import { saveWorkList } from '../../commands/work-lists.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { SaveUnderName } from '../choosing/SaveUnderName.tsx'
import { listTitles } from './in-words.ts'

/** Keeps the list, as it is asked for now, under a name. */
export function SaveWorkList({ onClose }: { onClose: () => void }) {
  const saved = useWorkbench((state) => state.workListing.saved)
  const list = useWorkbench((state) => state.workListsView.asked.list)
  return (
    <SaveUnderName
      what="list"
      description="It is kept in the project, with its filters and its order, and never out of date."
      first={listTitles[list]}
      saved={saved}
      save={saveWorkList}
      onClose={onClose}
    />
  )
}
