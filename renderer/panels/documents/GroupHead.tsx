import { ChevronDown, ChevronRight } from 'lucide-react'
import type { Group } from '../../store/documents/document-list.ts'
import { countStatuses } from '../../store/documents/document-list.ts'
import { Icon } from '../../ui/Icon.tsx'

/** The head of a collection in the list: its name, and how far the work in it is. */
export function GroupHead({ group, isFolded }: { group: Group; isFolded: boolean }) {
  const { done } = countStatuses(group.documents)
  return (
    <div className="group-head">
      <Icon of={isFolded ? ChevronRight : ChevronDown} size={14} />
      <span className="group-name">{group.name === '' ? 'In no collection' : group.name}</span>
      <span className="group-count">
        {done.toLocaleString('en')} of {group.documents.length.toLocaleString('en')} done
      </span>
    </div>
  )
}
