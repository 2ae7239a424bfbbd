import { usualLicences } from '../../../preload/contract/publication.ts'
import { countOf } from '../../store/counting.ts'
import { RadioGroup, Switch } from '../../ui/Choices.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { DocumentChooser } from '../choosing/DocumentChooser.tsx'
import { problemsInTerms, type TermsForm, termLabels } from './terms-form.ts'

export interface TermsFieldsProps {
  terms: TermsForm
  onChange: (terms: TermsForm) => void
}

/** What a dataset that is published says of itself, and what of the texts goes out. */
export function TermsFields({ terms, onChange }: TermsFieldsProps) {
  const problems = problemsInTerms(terms)
  const put = (change: Partial<TermsForm>) => onChange({ ...terms, ...change })
  return (
    <>
      <RadioGroup
        label={termLabels.texts}
        choices={[
          { id: 'all', title: 'All go out' },
          {
            id: 'none',
            title: 'None',
            description: 'Only hashes of the texts and the places of annotations: no quotes.',
          },
          {
            id: 'some',
            title:
              terms.withheld.length > 0
                ? `All but those of ${countOf(terms.withheld.length, 'document')}`
                : 'All but some',
          },
        ]}
        value={terms.texts}
        onChange={(texts) => put({ texts })}
      />
      {terms.texts === 'some' && (
        <DocumentChooser
          label="Documents whose texts are withheld"
          chosen={terms.withheld}
          onChange={(withheld) => put({ withheld })}
        />
      )}
      <ComboBox
        label="Licence"
        placeholder="None chosen"
        description="Others may not use a dataset without one."
        choices={usualLicences.map((licence) => ({ id: licence, title: licence }))}
        words={terms.licence}
        onWords={(licence) => put({ licence })}
        onKeep={(licence) => put({ licence })}
      />
      <TextField label="Authors" value={terms.authors} onChange={(authors) => put({ authors })} />
      <TextField
        label={termLabels.address}
        placeholder="https://…"
        error={problems.address || undefined}
        value={terms.address}
        onChange={(address) => put({ address })}
      />
      <TextField
        label="How it was annotated"
        lines={3}
        value={terms.method}
        onChange={(method) => put({ method })}
      />
      <div className="export-pair">
        <TextField
          label={termLabels.split}
          error={problems.split || undefined}
          value={terms.split}
          onChange={(split) => put({ split })}
        />
        <TextField
          label={termLabels.seed}
          error={problems.seed || undefined}
          value={terms.seed}
          onChange={(seed) => put({ seed })}
        />
      </div>
      <p className="export-words">
        The ends of a link, mentions of a claim and copies of a text are never parted. The same seed gives the
        same splits.
      </p>
      <Switch
        isSelected={terms.namesAnnotators}
        onChange={(namesAnnotators) => put({ namesAnnotators })}
        description="Without, they are Annotator 1, 2, 3."
      >
        Annotators by name
      </Switch>
    </>
  )
}
