import { useMemo } from 'react'
import type { AnnotatorId, LinkTypeId, SpeakerId, TagId } from '../../../preload/contract/ids.ts'
import type { Passages, SearchedDocuments } from '../../../preload/contract/search.ts'
import { usualAsked } from '../../store/search-state.ts'
import { ask } from '../../store/searching.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { FinishedField } from '../../ui/FinishedField.tsx'
import { Select } from '../../ui/Select.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'
import { isDate } from '../documents/date-in-words.ts'

type Where = Passages['at'] | 'texts'

const places: readonly { id: Where; title: string }[] = [
  { id: 'texts', title: 'Everywhere' },
  { id: 'in', title: 'In annotations' },
  { id: 'outside', title: 'Outside annotations' },
  { id: 'sentence', title: 'In a sentence with one' },
  { id: 'paragraph', title: 'In a paragraph with one' },
  { id: 'words', title: 'Some words from one' },
]
const checkDate = (date: string) => (isDate(date) ? '' : 'Write it as 2021, 2021-05 or 2021-05-31.')

const anyPassage: Passages = {
  at: 'in',
  words: 10,
  tagIds: [],
  speakerIds: [],
  annotatorIds: [],
  link: 'any',
  linkTypeId: null,
}
const together = [
  { id: 'paragraph', title: 'one paragraph' },
  { id: 'document', title: 'one document' },
] as const

/** Narrows a search to documents, and to passages by what they are annotated with. */
export function SearchFilters() {
  const asked = useWorkbench((state) => state.searching.asked)
  const { documents, passages } = asked
  const narrow = (part: Partial<SearchedDocuments>) => ask({ documents: { ...documents, ...part } })
  const clear = () => ask({ documents: usualAsked.documents, passages: null, together: 'paragraph' })
  return (
    <div className="search-filters">
      <fieldset>
        <legend>Documents</legend>
        <FinishedField
          isDisabled={false}
          label="Title"
          value={documents.title}
          keep={(title) => narrow({ title })}
        />
        <FieldFilter documents={documents} narrow={narrow} />
        <FinishedField
          isDisabled={false}
          label="From"
          check={checkDate}
          value={documents.from}
          keep={(from) => narrow({ from })}
        />
        <FinishedField
          isDisabled={false}
          label="Until"
          check={checkDate}
          value={documents.until}
          keep={(until) => narrow({ until })}
        />
      </fieldset>
      <fieldset>
        <legend>Passages</legend>
        <PassageFilter passages={passages} />
      </fieldset>
      <div className="search-filters-end">
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

/** One field of the metadata and what it holds. */
function FieldFilter({
  documents,
  narrow,
}: {
  documents: SearchedDocuments
  narrow: (part: Partial<SearchedDocuments>) => void
}) {
  const all = useWorkbench((state) => state.documents)
  const names = useMemo(() => {
    const found = new Set(['author', 'outlet', 'language', 'collections'])
    for (const { metadata } of all) for (const name of Object.keys(metadata)) found.add(name)
    return [...found].filter((name) => name !== 'date')
  }, [all])
  const { name, value } = documents.fields[0] ?? { name: 'author', value: '' }
  return (
    <>
      <Select
        label="Field"
        choices={names.map((id) => ({ id, title: id[0]!.toUpperCase() + id.slice(1) }))}
        value={name}
        onChange={(next) => narrow({ fields: [{ name: next, value }] })}
      />
      <FinishedField
        isDisabled={false}
        label="Holds"
        value={value}
        keep={(words) => narrow({ fields: words.trim() === '' ? [] : [{ name, value: words }] })}
      />
    </>
  )
}

/** 0 stands for any. */
function PassageFilter({ passages }: { passages: Passages | null }) {
  const tags = useWorkbench((state) => state.tags)
  const speakers = useWorkbench((state) => state.speakers)
  const annotators = useWorkbench((state) => state.annotators)
  const linkTypes = useWorkbench((state) => state.linkTypes)
  const now = passages ?? anyPassage
  const change = (part: Partial<Passages>) => ask({ passages: { ...now, ...part } })
  const oneOf = <Id extends number>(id: number) => (id === 0 ? [] : [id as Id])
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
      <Select
        label="Tag"
        choices={[
          { id: 0, title: 'Any' },
          ...tags.map(({ id, name, color }) => ({
            id: id as number,
            title: name,
            sign: <TagSwatch color={color} />,
          })),
        ]}
        value={(now.tagIds[0] ?? 0) as number}
        onChange={(id) => change({ tagIds: oneOf<TagId>(id) })}
      />
      <Select
        label="Speaker"
        choices={[
          { id: 0, title: 'Any' },
          ...speakers.map(({ id, name }) => ({ id: id as number, title: name })),
        ]}
        value={(now.speakerIds[0] ?? 0) as number}
        onChange={(id) => change({ speakerIds: oneOf<SpeakerId>(id) })}
      />
      <Select
        label="Annotator"
        choices={[
          { id: 0, title: 'Any' },
          ...annotators.map(({ id, name }) => ({ id: id as number, title: name })),
        ]}
        value={(now.annotatorIds[0] ?? 0) as number}
        onChange={(id) => change({ annotatorIds: oneOf<AnnotatorId>(id) })}
      />
      <Select
        label="Links"
        choices={links}
        value={now.linkTypeId === null ? now.link : `${now.link} ${now.linkTypeId}`}
        onChange={takeLink}
      />
    </>
  )
}
