import { ExternalLink } from 'lucide-react'
import type { DocumentDetails, LikelyDate } from '../../../preload/contract/document.ts'
import { openLink } from '../../commands/open-link.ts'
import { dateFrom, dateInWords, isDate } from '../../store/date-in-words.ts'
import { fieldValues, type KnownField } from '../../store/documents/field-values.ts'
import { languageDoubt, languageName, languageTags } from '../../store/documents/languages.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type DetailsForm, dateHint, severalValues } from './details-form.ts'
import { OwnFields } from './OwnFields.tsx'
import { statuses } from './StatusSign.tsx'
import './document-details.css'

export interface DocumentDetailsFormProps {
  form: DetailsForm
  onChange: (form: DetailsForm) => void
  /** Of several documents there is no title, and fields in which they differ say so. */
  isOne: boolean
  source: DocumentDetails['source'] | undefined
  /** What was left out of its file or changed. */
  remarks: readonly string[]
  /** Offered while there is no date. */
  dates: readonly LikelyDate[]
}

export function DocumentDetailsForm(props: DocumentDetailsFormProps) {
  const { form, onChange, isOne, source, remarks, dates } = props
  const { title, status, known } = form
  const set = (name: KnownField) => (value: string) =>
    onChange({ ...form, known: { ...known, [name]: value } })
  const date = known.date ?? ''
  const url = (known.url ?? '').trim()
  return (
    <div className="details">
      {isOne && (
        <TextField
          label="Title"
          autoFocus
          value={title}
          onChange={(value) => onChange({ ...form, title: value })}
          error={title.trim() === '' ? 'A document needs a title.' : undefined}
        />
      )}
      <div className="details-pair">
        <UsedValues label="Author" name="author" value={known.author} onChange={set('author')} />
        <UsedValues label="Outlet" name="outlet" value={known.outlet} onChange={set('outlet')} />
        <TextField
          label="Date"
          placeholder={known.date === null ? severalValues : '2021-05-03'}
          error={isDate(dateFrom(date)) ? undefined : dateHint}
          value={date}
          onChange={set('date')}
        />
        <LanguageField value={known.language} onChange={set('language')} />
      </div>
      {date === '' && dates.length > 0 && <LikelyDates dates={dates} onChoose={set('date')} />}
      <div className="details-row">
        <TextField
          label="Web address"
          value={known.url ?? ''}
          onChange={set('url')}
          {...(known.url === null && { placeholder: severalValues })}
        />
        {isOne && (
          <IconButton
            icon={ExternalLink}
            look="plain"
            label="Open in the browser…"
            isDisabled={!URL.canParse(url)}
            onPress={() => openLink(url).catch(showFailure)}
          />
        )}
      </div>
      <OwnFields form={form} onChange={onChange} />
      <div className="details-status">
        <span className="ui-field-label">Status</span>
        <Segmented
          label="Status"
          options={statuses}
          value={status}
          onChange={(chosen) => onChange({ ...form, status: chosen })}
        />
      </div>
      {remarks.length > 0 && (
        <section className="details-remarks" aria-label={remarksTitle}>
          <h3 className="ui-field-label">{remarksTitle}</h3>
          <ul className="selectable">
            {remarks.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
      {source && (
        <p className="details-source selectable">
          {source.mediaType}, SHA-256 {source.sha256}
        </p>
      )}
    </div>
  )
}

const remarksTitle = 'Left out or changed at the import'

const found = { name: 'in the file’s name', text: 'in the first lines' }

function LikelyDates({
  dates,
  onChoose,
}: {
  dates: readonly LikelyDate[]
  onChoose: (date: string) => void
}) {
  return (
    <p className="details-dates">
      <span>Perhaps of</span>
      {dates.map(({ date, from }) => (
        <Button key={date} look="quiet" onPress={() => onChoose(date)}>
          {dateInWords(date)}, {found[from]}
        </Button>
      ))}
    </p>
  )
}

interface FieldProps {
  value: string | null
  onChange: (value: string) => void
}

/** A field that offers the values it has in other documents. */
function UsedValues({ label, name, value, onChange }: FieldProps & { label: string; name: KnownField }) {
  const documents = useWorkbench((state) => state.documents)
  const choices = (fieldValues(documents).get(name) ?? []).map((title) => ({ id: title, title }))
  return (
    <ComboBox
      label={label}
      choices={choices}
      opens="input"
      words={value ?? ''}
      onWords={onChange}
      onKeep={onChange}
      {...(value === null && { placeholder: severalValues })}
    />
  )
}

/** By name or by tag; what is kept is the tag. */
function LanguageField({ value, onChange }: FieldProps) {
  const documents = useWorkbench((state) => state.documents)
  const used = fieldValues(documents).get('language') ?? []
  const choices = languageTags(used).map(({ tag, name }) => ({ id: tag, title: `${name} (${tag})` }))
  return (
    <ComboBox
      label="Language"
      choices={choices}
      opens="input"
      placeholder={value === null ? severalValues : 'en, de, pt-BR'}
      words={value ?? ''}
      onWords={onChange}
      onKeep={onChange}
      description={value ? languageDoubt(value) || languageName(value) : undefined}
    />
  )
}
