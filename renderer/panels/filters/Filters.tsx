import { type Filter, noFilter } from '../../../preload/contract/filter.ts'
import { Button } from '../../ui/Button.tsx'
import { AnnotationFields } from './AnnotationFields.tsx'
import { DocumentFields } from './DocumentFields.tsx'

export interface FiltersProps {
  filter: Filter
  onChange: (filter: Filter) => void
}

/** Narrows a view to annotations by tag, speaker and annotator, in documents by title, outlet or another field, and date. */
export function Filters({ filter, onChange }: FiltersProps) {
  return (
    <section className="filters" aria-label="Filters">
      <DocumentFields
        field="outlet"
        filter={filter.documents}
        onChange={(documents) => onChange({ ...filter, documents })}
      />
      <fieldset>
        <legend>Passages</legend>
        <AnnotationFields
          filter={filter.annotations}
          onChange={(annotations) => onChange({ ...filter, annotations })}
        />
        <Button look="quiet" className="filters-clear" onPress={() => onChange(noFilter)}>
          Clear
        </Button>
      </fieldset>
    </section>
  )
}
