import type { Found } from '../../../preload/contract/annotation-import.ts'
import type { Choices } from '../../store/annotation-sets/choices.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Doubts, LeftOut, UnreadFiles } from './Doubts.tsx'
import { Newcomers } from './Newcomers.tsx'

export interface FoundAnnotationsProps {
  found: Found
  choices: Choices
  onChange: (choices: Choices) => void
}

/** What was found, and what the tags, link types and annotators of the other program are to be here. */
export function FoundAnnotations({ found, choices, onChange }: FoundAnnotationsProps) {
  return (
    <div className="annotations-import">
      <p>{documentsInWords(found.documents)}</p>
      {found.thereAlready > 0 && <Notice tone="warning">{thereAlreadyInWords(found)}</Notice>}
      {found.isWhole ? (
        <Notice tone="note">
          These files hold a whole project. Nobody has worked in this one yet, so it becomes that project,
          codebook and all.
        </Notice>
      ) : (
        <Newcomers newcomers={found} choices={choices} onChange={onChange} />
      )}
      <LeftOut losses={found.leftOut} />
      <UnreadFiles unread={found.unread} />
      <Doubts doubts={found.doubts} moreDoubts={found.moreDoubts} />
    </div>
  )
}

function documentsInWords({ new: fresh, same, changed, missing }: Found['documents']): string {
  const parts = [
    [fresh, 'will be new'],
    [same, 'in the project already'],
    [changed, 'in the project with another text: passages are found by their words'],
    [missing, 'left out, since their texts are neither here nor in the files'],
  ] as const
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString('en')} ${what}`)
  return words.length === 0 ? 'No documents.' : `Documents: ${words.join('; ')}.`
}

function thereAlreadyInWords({ thereAlready, counts }: Found): string {
  const some = `${thereAlready.toLocaleString('en')} of ${(counts.annotations ?? 0).toLocaleString('en')} annotations ${thereAlready === 1 ? 'is' : 'are'}`
  return `${some} in the project already, from other files: the same passage with the same tag, by the same annotator. What you import is there twice.`
}
