import type { Found, Newcomer } from '../../../preload/contract/annotation-import.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { Doubts, LeftOut, UnreadFiles } from './Doubts.tsx'

/** By the id of the newcomer: the uid of ours that it is, or null for a new one. */
export type Choices = Record<'tags' | 'linkTypes' | 'annotators', Record<string, string | null>>
export const noChoices: Choices = { tags: {}, linkTypes: {}, annotators: {} }

export interface FoundAnnotationsProps {
  found: Found
  choices: Choices
  onChange: (choices: Choices) => void
}

/** What was found, and what the tags, link types and annotators of the other program are to be here. */
export function FoundAnnotations({ found, choices, onChange }: FoundAnnotationsProps) {
  const own = {
    tags: useWorkbench((state) => state.tags),
    linkTypes: useWorkbench((state) => state.linkTypes),
    annotators: useWorkbench((state) => state.annotators),
  }
  return (
    <div className="annotations-import">
      <p>{documentsInWords(found.documents)}</p>
      {found.isWhole ? (
        <Notice tone="note">
          These files hold a whole project. Nobody has worked in this one yet, so it becomes that project,
          codebook and all.
        </Notice>
      ) : (
        parts.map(({ key, title, one }) => (
          <Newcomers
            key={key}
            title={title}
            one={one}
            newcomers={found[key]}
            own={own[key]}
            chosen={choices[key]}
            onChoose={(id, uid) => onChange({ ...choices, [key]: { ...choices[key], [id]: uid } })}
          />
        ))
      )}
      <LeftOut losses={found.leftOut} />
      <UnreadFiles unread={found.unread} />
      <Doubts doubts={found.doubts} />
    </div>
  )
}

const parts = [
  { key: 'tags', title: 'Tags', one: 'tag' },
  { key: 'linkTypes', title: 'Link types', one: 'link type' },
  { key: 'annotators', title: 'Annotators', one: 'annotator' },
] as const

interface NewcomersProps {
  title: string
  one: string
  newcomers: readonly Newcomer[]
  own: readonly { uid: string; name: string }[]
  chosen: Readonly<Record<string, string | null>>
  onChoose: (id: string, uid: string | null) => void
}

/** The value of a choice that makes a new one; no uid is empty. */
const fresh = ''

function Newcomers({ title, one, newcomers, own, chosen, onChoose }: NewcomersProps) {
  const open = newcomers.filter(({ isKnown }) => !isKnown)
  if (open.length === 0) return null
  const choices = [
    { id: fresh, title: `New ${one}` },
    ...own.map(({ uid, name }) => ({ id: uid, title: `Same as ${name}` })),
  ]
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="annotations-import-newcomers">
        {open.map(({ id, name, uses, same }) => (
          <li key={id}>
            <span className="annotations-import-name">{name}</span>
            <span className="annotations-import-uses">{uses.toLocaleString('en')}×</span>
            <Select
              aria-label={`What the ${one} ${name} is here`}
              choices={choices}
              value={(Object.hasOwn(chosen, id) ? chosen[id] : same) ?? fresh}
              onChange={(uid) => onChoose(id, uid === fresh ? null : uid)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function documentsInWords({ new: fresh, same, changed, missing }: Found['documents']): string {
  const parts = [
    [fresh, 'will be new'],
    [same, 'in the project already'],
    [changed, 'in the project with another text: passages are found by their words'],
    [missing, 'neither here nor in the files'],
  ] as const
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString('en')} ${what}`)
  return words.length === 0 ? 'No documents.' : `Documents: ${words.join('; ')}.`
}
