import type { PassageBrief } from '../../../preload/contract/confrontation.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { TagSwatch } from '../../ui/Tag.tsx'

export interface SourceLineProps {
  passage: PassageBrief | null
  showsTag?: boolean
  /** What else is to be said; what is false is not. */
  more?: readonly (string | false)[]
}

/** How it is tagged, who says it, in which document and when. */
export function SourceLine({ passage, showsTag = false, more = [] }: SourceLineProps) {
  const tag = useWorkbench((state) => state.tags.find(({ id }) => id === passage?.tagId))
  return (
    <span className="confronted-source" dir="auto">
      {showsTag && tag && (
        <span>
          <TagSwatch color={tag.color} /> {tag.name}
        </span>
      )}
      {passage && passage.speaker !== '' && <strong>{passage.speaker}</strong>}
      {passage && <span className="confronted-title">{passage.title}</span>}
      {passage && passage.date !== '' && <span>{dateInWords(passage.date)}</span>}
      {more.map((words) => words && <span key={words}>{words}</span>)}
    </span>
  )
}
