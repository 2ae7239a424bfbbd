import type { PassageBrief } from '../../../preload/contract/confrontation.ts'
import { isOfDocument, type SaidBy, saidByInWords } from '../../../preload/contract/said-by.ts'
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
      {passage && passage.speaker !== '' && <SpeakerName said={passage} />}
      {passage && <span className="confronted-title">{passage.title}</span>}
      {passage && passage.date !== '' && <span>{dateInWords(passage.date)}</span>}
      {more.map((words) => words && <span key={words}>{words}</span>)}
    </span>
  )
}

/** In italics what is the document’s alone: it need not say the words itself. */
function SpeakerName({ said }: { said: SaidBy }) {
  return isOfDocument(said) ? <em>{saidByInWords(said)}</em> : <strong>{said.speaker}</strong>
}
