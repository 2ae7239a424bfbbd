import type { Format } from '../../../preload/contract/exchange.ts'
import { choosePrintOptions } from '../../commands/print-document.ts'
import { countOf } from '../../store/counting.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Checkbox, RadioGroup, Switch } from '../../ui/Choices.tsx'
import { Select } from '../../ui/Select.tsx'
import { DocumentChooser } from '../choosing/DocumentChooser.tsx'
import { withToggled } from '../choosing/with-toggled.ts'
import { PaperChoice } from '../reading-copy/PaperChoice.tsx'
import { ReadingFields } from '../reading-copy/ReadingFields.tsx'
import { useReadingChoice } from '../reading-copy/use-reading-choice.ts'
import type { ExportForm } from './export-form.ts'
import { TermsFields } from './TermsFields.tsx'

export interface ExportFormFieldsProps {
  form: ExportForm
  onChange: (form: ExportForm) => void
  formats: readonly Format[]
  format: Format
  /** How many documents are shown in the window. */
  openCount: number
}

export function ExportFormFields({ form, onChange, formats, format, openCount }: ExportFormFieldsProps) {
  const count = useWorkbench((state) => state.documents.length)
  const reading = useReadingChoice()
  return (
    <div className="export-fields">
      <Select
        label="Format"
        choices={formats.map(({ name, title, makes, endings }) => ({
          id: name,
          title,
          description: makes === 'folder' ? 'A folder of files' : `One file, .${endings[0] ?? ''}`,
        }))}
        value={format.name}
        onChange={(name) => onChange({ ...form, format: name })}
      />
      <RadioGroup
        label="Documents"
        choices={[
          { id: 'all', title: count === 1 ? 'The only one' : `All ${count.toLocaleString('en')}` },
          {
            id: 'open',
            title: openCount === 1 ? 'The one that is open' : `The ${openCount} that are open`,
            isDisabled: openCount === 0,
          },
          {
            id: 'some',
            title:
              form.documents.length > 0
                ? `Only some: ${countOf(form.documents.length, 'document')}`
                : 'Only some',
          },
        ]}
        value={form.which}
        onChange={(which) => onChange({ ...form, which })}
      />
      {form.which === 'some' && (
        <DocumentChooser
          label="Documents to export"
          chosen={form.documents}
          onChange={(documents) => onChange({ ...form, documents })}
        />
      )}
      <Whose form={form} onChange={onChange} />
      {format.asks === 'terms' && (
        <TermsFields terms={form.terms} onChange={(terms) => onChange({ ...form, terms })} />
      )}
      {format.asks === 'reading' && (
        <ReadingFields
          shown={reading}
          onChange={choosePrintOptions}
          notesAre={format.endings.includes('docx') ? 'comments' : 'text'}
        >
          {format.endings.includes('pdf') && <PaperChoice />}
        </ReadingFields>
      )}
      <Switch
        isSelected={form.withOriginals}
        onChange={(withOriginals) => onChange({ ...form, withOriginals })}
        description="The files as they were imported, in a folder beside the dataset."
      >
        With the originals
      </Switch>
    </div>
  )
}

/** Not asked where only one person has worked. */
function Whose({ form, onChange }: Pick<ExportFormFieldsProps, 'form' | 'onChange'>) {
  const annotators = useWorkbench((state) => state.annotators)
  if (annotators.length < 2) return null
  return (
    <>
      <RadioGroup
        label="Whose annotations"
        choices={[
          { id: 'all', title: 'Everybody’s' },
          { id: 'some', title: 'Only those of' },
        ]}
        value={form.whose}
        onChange={(whose) => onChange({ ...form, whose })}
      />
      {form.whose === 'some' && (
        <div className="export-annotators">
          {annotators.map(({ id, name }) => (
            <Checkbox
              key={id}
              isSelected={form.annotators.includes(id)}
              onChange={() => onChange({ ...form, annotators: withToggled(form.annotators, id) })}
            >
              {name}
            </Checkbox>
          ))}
        </div>
      )}
    </>
  )
}
