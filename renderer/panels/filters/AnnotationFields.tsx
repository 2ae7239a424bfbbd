import { useMemo } from 'react'
import type { AnnotationFilter } from '../../../preload/contract/filter.ts'
import type { AnnotatorId, SpeakerId, TagId } from '../../../preload/contract/ids.ts'
import { useWorkbench } from '../../store/workbench.ts'
import type { Choice } from '../../ui/choice.ts'
import { Select } from '../../ui/Select.tsx'
import { tagChoice } from '../choosing/tag-choice.tsx'
import './filters.css'

export interface AnnotationFieldsProps {
  filter: AnnotationFilter
  onChange: (filter: AnnotationFilter) => void
}

/** Stands for any. */
const any = { id: 0, title: 'Any' }
const oneOf = <Id extends number>(id: number) => (id === 0 ? [] : [id as Id])

const named = (all: readonly { id: number; name: string }[]) => [
  any,
  ...all.map(({ id, name }) => ({ id: id as number, title: name })),
]

/** Which annotations: by tag, speaker and annotator. Not a group of its own, since others may stand beside them. */
export function AnnotationFields({ filter, onChange }: AnnotationFieldsProps) {
  const tags = useWorkbench((state) => state.tags)
  const speakers = useWorkbench((state) => state.speakers)
  const annotators = useWorkbench((state) => state.annotators)
  const change = (part: Partial<AnnotationFilter>) => onChange({ ...filter, ...part })
  const tagChoices = useMemo((): Choice<number>[] => [any, ...tags.map(tagChoice)], [tags])
  const speakerChoices = useMemo(() => named(speakers), [speakers])
  const annotatorChoices = useMemo(() => named(annotators), [annotators])
  return (
    <>
      <Select
        label="Tag"
        choices={tagChoices}
        value={(filter.tagIds[0] ?? 0) as number}
        onChange={(id) => change({ tagIds: oneOf<TagId>(id) })}
      />
      <Select
        label="Speaker"
        choices={speakerChoices}
        value={(filter.speakerIds[0] ?? 0) as number}
        onChange={(id) => change({ speakerIds: oneOf<SpeakerId>(id) })}
      />
      <Select
        label="Annotator"
        choices={annotatorChoices}
        value={(filter.annotatorIds[0] ?? 0) as number}
        onChange={(id) => change({ annotatorIds: oneOf<AnnotatorId>(id) })}
      />
    </>
  )
}
