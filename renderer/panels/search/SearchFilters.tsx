import { allAnnotations } from '../../../preload/contract/filter.ts'
import type { LinkTypeId } from '../../../preload/contract/ids.ts'
import type { Passages } from '../../../preload/contract/search.ts'
import { usualAsked } from '../../store/searching/search-state.ts'
import { ask } from '../../store/searching/searching.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { AnnotationFields } from '../filters/AnnotationFields.tsx'
import { DocumentFields } from '../filters/DocumentFields.tsx'

type Where = Passages['at'] | 'texts'

const places: readonly { id: Where; title: string }[] = [
  { id: 'texts', title: 'Everywhere' },
  { id: 'in', title: 'In annotations' },
  { id: 'outside', title: 'Outside annotations' },
  { id: 'sentence', title: 'In a sentence with one' },
  { id: 'paragraph', title: 'In a paragraph with one' },
  { id: 'words', title: 'Some words from one' },
]

const anyPassage: Passages = { ...allAnnotations, at: 'in', words: 10, link: 'any', linkTypeId: null }
const together = [
  { id: 'paragraph', title: 'one paragraph' },
  { id: 'document', title: 'one document' },
] as const

/** Narrows a search to documents, and to passages by what they are annotated with. */
export function SearchFilters() {
  const asked = useWorkbench((state) => state.searching.asked)
  const clear = () => ask({ documents: usualAsked.documents, passages: null, together: 'paragraph' })
  return (
    <div className="filters">
      <DocumentFields filter={asked.documents} onChange={(documents) => ask({ documents })} />
      <fieldset>
        <legend>Passages</legend>
        <PassageFilter passages={asked.passages} />
      </fieldset>
      <div className="filters-end">
        <Select
          label="Words together in"
          choices={together}
          value={asked.together}
          onChange={(unit) => ask({ together: unit })}
        />
        <Button look="quiet" onPress={clear}>
          Clear
        </Button>
      </div>
    </div>
  )
}

function PassageFilter({ passages }: { passages: Passages | null }) {
  const linkTypes = useWorkbench((state) => state.linkTypes)
  const now = passages ?? anyPassage
  const change = (part: Partial<Passages>) => ask({ passages: { ...now, ...part } })
  const links = [
    { id: 'any', title: 'Linked or not' },
    { id: 'has', title: 'With a link' },
    { id: 'lacks', title: 'Without a link' },
    ...linkTypes.map(({ id, name }) => ({ id: `has ${id}`, title: `With a link: ${name}` })),
    ...linkTypes.map(({ id, name }) => ({ id: `lacks ${id}`, title: `Without a link: ${name}` })),
  ]
  const takeLink = (chosen: string) => {
    const [link, id] = chosen.split(' ') as [Passages['link'], string | undefined]
    change({ link, linkTypeId: id === undefined ? null : (Number(id) as LinkTypeId) })
  }
  return (
    <>
      <Select
        label="Where"
        choices={places}
        value={passages?.at ?? 'texts'}
        onChange={(at: Where) => (at === 'texts' ? ask({ passages: null }) : change({ at }))}
      />
      {passages?.at === 'words' && (
        <div className="ui-field">
          <span className="ui-field-label">Words between</span>
          <Stepper
            label="Words between"
            value={now.words}
            words={`${now.words}`}
            min={1}
            max={100}
            onStep={(by) => change({ words: by === 0 ? 10 : Math.min(100, Math.max(1, now.words + by)) })}
          />
        </div>
      )}
      <AnnotationFields filter={now} onChange={change} />
      <Select
        label="Links"
        choices={links}
        value={now.linkTypeId === null ? now.link : `${now.link} ${now.linkTypeId}`}
        onChange={takeLink}
      />
    </>
  )
}
