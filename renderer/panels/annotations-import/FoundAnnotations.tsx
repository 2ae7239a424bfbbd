import { useMemo, useState } from 'react'
import type { Found, LeftOutByChoice, Newcomer } from '../../../preload/contract/annotation-import.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { useGradually } from '../../ui/gradually.ts'
import { Notice } from '../../ui/Notice.tsx'
import { Select } from '../../ui/Select.tsx'
import { ShowMore } from '../../ui/ShowMore.tsx'
import { Doubts, LeftOut, UnreadFiles } from './Doubts.tsx'

/** By the id of the newcomer: the uid of ours that it is, or null for a new one. */
export interface Choices extends Record<'tags' | 'linkTypes' | 'annotators', Record<string, string | null>> {
  leaveOut: LeftOutByChoice
}
export const noChoices: Choices = {
  ...{ tags: {}, linkTypes: {}, annotators: {} },
  leaveOut: { tags: [], linkTypes: [] },
}

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
      {found.thereAlready > 0 && <Notice tone="warning">{thereAlreadyInWords(found)}</Notice>}
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
            leftOut={key === 'annotators' ? null : choices.leaveOut[key]}
            onChoose={(id, value) => onChange(chosen(choices, key, id, value))}
          />
        ))
      )}
      <LeftOut losses={found.leftOut} />
      <UnreadFiles unread={found.unread} />
      <Doubts doubts={found.doubts} moreDoubts={found.moreDoubts} />
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
  /** Ids of those that stay out; null where none can. */
  leftOut: readonly string[] | null
  /** A uid of ours, or `fresh` or `out`. */
  onChoose: (id: string, value: string) => void
}

/** Values of choices that are no uid of ours: to make a new one, and to leave it out. */
const fresh = ''
const out = 'leave out'

function chosen(choices: Choices, key: (typeof parts)[number]['key'], id: string, value: string): Choices {
  const own = value === out ? choices[key] : { ...choices[key], [id]: value === fresh ? null : value }
  if (key === 'annotators') return { ...choices, annotators: own }
  const others = choices.leaveOut[key].filter((other) => other !== id)
  const leaveOut = { ...choices.leaveOut, [key]: value === out ? [...others, id] : others }
  return { ...choices, [key]: own, leaveOut }
}

/** So many stand there at first, of more those that are used most; all are what they likely are unless one says otherwise. */
const fewest = 50

function Newcomers({ title, newcomers, ...rest }: NewcomersProps) {
  const open = useMemo(() => {
    const unknown = newcomers.filter(({ isKnown }) => !isKnown)
    return unknown.length > fewest ? unknown.sort((a, b) => b.uses - a.uses) : unknown
  }, [newcomers])
  const [used, unused] = [open.filter(({ uses }) => uses > 0), open.filter(({ uses }) => uses === 0)]
  if (open.length === 0) return null
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <Rows newcomers={used} {...rest} />
      {unused.length > 0 && (
        <details>
          <summary>
            {title} that nothing has: {unused.length.toLocaleString('en')}
          </summary>
          <Rows newcomers={unused} {...rest} />
        </details>
      )}
    </section>
  )
}

function Rows({ one, newcomers, own, chosen, leftOut, onChoose }: Omit<NewcomersProps, 'title'>) {
  const choices = [
    { id: fresh, title: `New ${one}` },
    ...(leftOut ? [{ id: out, title: 'Leave out' }] : []),
    ...own.map(({ uid, name }) => ({ id: uid, title: `Same as ${name}`, typed: name })),
  ]
  const choiceFor = ({ id, same }: Newcomer): string =>
    leftOut?.includes(id) ? out : ((Object.hasOwn(chosen, id) ? chosen[id] : same) ?? fresh)
  const [most, setMost] = useState(fewest)
  const drawn = useGradually(Math.min(most, newcomers.length), 8)
  const left = newcomers.length - most
  return (
    <>
      <ul className="annotations-import-newcomers">
        {newcomers.slice(0, drawn).map((newcomer) => (
          <li key={newcomer.id}>
            <span className="annotations-import-name">{newcomer.name}</span>
            <span className="annotations-import-uses">{newcomer.uses.toLocaleString('en')}×</span>
            <Select
              aria-label={`What the ${one} ${newcomer.name} is here`}
              choices={choices}
              value={choiceFor(newcomer)}
              onChange={(value) => onChoose(newcomer.id, value)}
            />
          </li>
        ))}
      </ul>
      <ShowMore left={left} rows=".ui-select-button" onPress={() => setMost(most + fewest)}>
        {`Show ${Math.min(left, fewest)} of ${countOf(left, `more ${one}`)}`}
      </ShowMore>
    </>
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
