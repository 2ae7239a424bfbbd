import { useBeginning } from '../../store/copies/copy-beginnings.ts'
import type { CopyGroup } from '../../store/copies/copy-groups.ts'
import { countOf } from '../../store/counting.ts'

export function CopyRow({ group, isOpen }: { group: CopyGroup; isOpen: boolean }) {
  const words = useBeginning(group)
  const more = group.rows.length - group.documents
  return (
    <div className="middle-row" data-open={isOpen || undefined}>
      <span className="middle-row-words" dir="auto">
        {words}
      </span>
      <span className="middle-row-facts">
        <span>{countOf(group.documents, 'document')}</span>
        <span>{countOf(group.words, 'word')}</span>
        {more > 0 && <span>{countOf(group.rows.length, 'place')}</span>}
      </span>
    </div>
  )
}
