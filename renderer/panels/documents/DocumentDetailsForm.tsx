import { ExternalLink, Plus, X } from 'lucide-react'
import type { DocumentDetails } from '../../../preload/contract/document.ts'
import { openLink } from '../../commands/open-link.ts'
import { showFailure } from '../../store/notices.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { isDate } from './date-in-words.ts'
import { type DetailsForm, dateHint, type KnownField, nameProblem } from './details-form.ts'
import { statuses } from './StatusSign.tsx'
import './document-details.css'

export interface DocumentDetailsFormProps {
  form: DetailsForm
  onChange: (form: DetailsForm) => void
  source: DocumentDetails['source']
}

export function DocumentDetailsForm({ form, onChange, source }: DocumentDetailsFormProps) {
  const { title, status, known } = form
  const field = (name: KnownField) => ({
    value: known[name],
    onChange: (value: string) => onChange({ ...form, known: { ...known, [name]: value } }),
  })
  return (
    <div className="details">
      <TextField
        label="Title"
        autoFocus
        value={title}
        onChange={(value) => onChange({ ...form, title: value })}
        error={title.trim() === '' ? 'A document needs a title.' : undefined}
      />
      <div className="details-pair">
        <TextField label="Author" {...field('author')} />
        <TextField label="Outlet" {...field('outlet')} />
        <TextField
          label="Date"
          placeholder="2021-05-03"
          error={isDate(known.date.trim()) ? undefined : dateHint}
          {...field('date')}
        />
        <TextField label="Language" placeholder="en, de, pt-BR" {...field('language')} />
      </div>
      <div className="details-row">
        <TextField label="Web address" {...field('url')} />
        <IconButton
          icon={ExternalLink}
          look="plain"
          label="Open in the browser…"
          isDisabled={!URL.canParse(known.url.trim())}
          onPress={() => openLink(known.url.trim()).catch(showFailure)}
        />
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
      <p className="details-source selectable">
        {source.mediaType}, SHA-256 {source.sha256}
      </p>
    </div>
  )
}

/** Fields that the program gives no meaning to: they are kept, and go into the dataset. */
function OwnFields({ form, onChange }: Pick<DocumentDetailsFormProps, 'form' | 'onChange'>) {
  const { own } = form
  const change = (row: number, part: { name?: string; value?: string }) =>
    onChange({ ...form, own: own.map((field) => (field.row === row ? { ...field, ...part } : field)) })
  const add = () => {
    const row = Math.max(-1, ...own.map((field) => field.row)) + 1
    onChange({ ...form, own: [...own, { row, name: '', value: '' }] })
  }
  return (
    <fieldset className="details-own">
      <legend className="ui-field-label">Fields of your own</legend>
      {own.map(({ row, name, value }, index) => (
        <div key={row} className="details-row">
          <TextField
            aria-label="Name of the field"
            placeholder="Name"
            autoFocus={name === ''}
            value={name}
            error={nameProblem(own, index, name) || undefined}
            onChange={(typed) => change(row, { name: typed })}
          />
          <TextField
            aria-label={name || 'Its value'}
            value={value}
            onChange={(typed) => change(row, { value: typed })}
          />
          <IconButton
            icon={X}
            label={`Remove ${name || 'this field'}`}
            onPress={() => onChange({ ...form, own: own.filter((field) => field.row !== row) })}
          />
        </div>
      ))}
      <Button look="quiet" icon={Plus} onPress={add}>
        Add a field
      </Button>
    </fieldset>
  )
}
