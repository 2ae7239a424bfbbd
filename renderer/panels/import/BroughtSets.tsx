import { Highlighter } from 'lucide-react'
import type { BroughtIn } from '../../../preload/contract/annotation-import.ts'
import type { BroughtSet } from '../../store/annotation-sets/planned-sets.ts'
import { countOf } from '../../store/counting.ts'
import { BroughtInWords } from '../annotations-import/BroughtInReport.tsx'
import { formatTitle } from '../import-desk/formats.ts'
import { Part } from './Part.tsx'

/** What became of each of several sets of annotations. */
export function BroughtSets({ sets }: { sets: readonly BroughtSet[] }) {
  return (
    <Part
      tone="there"
      icon={Highlighter}
      title={`${countOf(sets.length, 'set')} of annotations imported`}
      entries={sets}
      keyOf={(set) => `${sets.indexOf(set)}`}
    >
      {({ name, format, report }) => (
        <>
          <p className="import-file" dir="auto">
            {name}
          </p>
          <p className="import-words">{formatTitle(format)}</p>
          <BroughtInWords report={report} isFolded={isLong(report)} />
        </>
      )}
    </Part>
  )
}

/** So many lines stand there for everybody; what is more is opened. */
const few = 4

const isLong = ({ leftOut, unread, doubts }: BroughtIn): boolean =>
  leftOut.length + unread.refused.length + unread.passedOver.length + doubts.length > few
