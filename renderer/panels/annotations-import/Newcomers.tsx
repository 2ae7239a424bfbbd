import { useMemo, useState } from 'react'
import type { Newcomer } from '../../../preload/contract/annotation-import.ts'
import {
  type Choices,
  choiceFor,
  fresh,
  type NamedKind,
  out,
  withChoice,
} from '../../store/annotation-sets/choices.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { useGradually } from '../../ui/gradually.ts'
import { Select } from '../../ui/Select.tsx'
import { ShowMore } from '../../ui/ShowMore.tsx'

export interface NewcomersProps {
  newcomers: Readonly<Record<NamedKind, readonly Newcomer[]>>
  choices: Choices
  onChange: (choices: Choices) => void
}

/** What the tags, link types and annotators of other programs are to be here; nothing of those that are known. */
export function Newcomers({ newcomers, choices, onChange }: NewcomersProps) {
  const own = {
    tags: useWorkbench((state) => state.tags),
    linkTypes: useWorkbench((state) => state.linkTypes),
    annotators: useWorkbench((state) => state.annotators),
  }
  return parts.map(({ key, title, one }) => (
    <Part
      key={key}
      kind={key}
      title={title}
      one={one}
      newcomers={newcomers[key]}
      own={own[key]}
      choices={choices}
      onChoose={(id, value) => onChange(withChoice(choices, key, id, value))}
    />
  ))
}

const parts = [
  { key: 'tags', title: 'Tags', one: 'tag' },
  { key: 'linkTypes', title: 'Link types', one: 'link type' },
  { key: 'annotators', title: 'Annotators', one: 'annotator' },
] as const

interface PartProps {
  kind: NamedKind
  title: string
  one: string
  newcomers: readonly Newcomer[]
  own: readonly { uid: string; name: string }[]
  choices: Choices
  /** A uid of ours, or `fresh` or `out`. */
  onChoose: (id: string, value: string) => void
}

/** So many stand there at first, of more those that are used most; all are what they likely are unless one says otherwise. */
const fewest = 50

function Part({ title, newcomers, ...rest }: PartProps) {
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

function Rows({ kind, one, newcomers, own, choices, onChoose }: Omit<PartProps, 'title'>) {
  const offered = [
    { id: fresh, title: `New ${one}` },
    ...(kind !== 'annotators' ? [{ id: out, title: 'Leave out' }] : []),
    ...own.map(({ uid, name }) => ({ id: uid, title: `Same as ${name}`, typed: name })),
  ]
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
              choices={offered}
              value={choiceFor(choices, kind, newcomer)}
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
