import { saveSearch } from '../../commands/searching.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { SaveUnderName } from '../choosing/SaveUnderName.tsx'

/** Code units of what was asked that make a name. */
const longestName = 60

/** Keeps the search, with its filters, under a name. */
export function SaveSearchDialog({ onClose }: { onClose: () => void }) {
  const { asked, saved } = useWorkbench((state) => state.searching)
  return (
    <SaveUnderName
      what="search"
      description="It is kept in the project, with its filters."
      first={asked.query.slice(0, longestName)}
      saved={saved}
      save={saveSearch}
      onClose={onClose}
    />
  )
}
