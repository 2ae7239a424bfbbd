import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { withDots } from '../../store/with-dots.ts'
import { ChoiceMark } from '../../ui/Choices.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import './change.css'

const rowHeight = 46

export interface PickPassagesProps {
  label: string
  passages: readonly AnnotationHit[]
  chosen: ReadonlySet<number>
  onChoose: (chosen: ReadonlySet<number>) => void
  /** More than so many are scrolled to. */
  mostRows: number
}

/** Passages of which some go elsewhere: Space, Enter or a click chooses one. */
export function PickPassages({ label, passages, chosen, onChoose, mostRows }: PickPassagesProps) {
  return (
    <div className="change-passages" style={{ height: rowHeight * Math.min(mostRows, passages.length) + 2 }}>
      <VirtualList
        label={label}
        items={passages}
        textOf={wordsOfPassage}
        rowHeight={rowHeight}
        selected={[...chosen]}
        choosing={{ chosen, choose: onChoose }}
        onOpen={({ id }) => onChoose(toggled(chosen, id))}
        empty={null}
      >
        {(passage) => <Passage passage={passage} isChosen={chosen.has(passage.id)} />}
      </VirtualList>
    </div>
  )
}

/** In one line. */
export function wordsOfPassage({ quote }: AnnotationHit): string {
  return quote.join(' … ').replace(/\s+/gu, ' ').trim()
}

function Passage({ passage, isChosen }: { passage: AnnotationHit; isChosen: boolean }) {
  return (
    <div className="change-passage">
      <ChoiceMark isSelected={isChosen} />
      <span className="change-passage-words">
        <q dir="auto">{wordsOfPassage(passage)}</q>
        <span className="change-quiet">
          {withDots([passage.documentTitle, dateInWords(passage.documentDate)])}
        </span>
      </span>
    </div>
  )
}

function toggled(chosen: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}
