import { Search, X } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Button,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from 'react-aria-components'
import { Icon } from './Icon.tsx'
import { passOn } from './pass-on.ts'
import './text-field.css'

/** Label above, help or the error below. */
function FieldHelp({ description, error }: { description: ReactNode; error: string | undefined }) {
  return (
    <>
      {description && !error && (
        <Text slot="description" className="ui-field-help">
          {description}
        </Text>
      )}
      <FieldError className="ui-field-error">{error}</FieldError>
    </>
  )
}

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  /** Give `aria-label` instead where the place says it already. */
  label?: string
  description?: ReactNode
  /** Why what stands here cannot be taken. */
  error?: string | undefined
  placeholder?: string | undefined
  /** More than one line makes it a field that grows with its text. */
  lines?: number
  /** A name by which the field itself (not its label) is found, as `data-field`. */
  field?: string
  inputRef?: Ref<HTMLInputElement>
  areaRef?: Ref<HTMLTextAreaElement>
}

export function TextField(props: TextFieldProps) {
  const { label, description, error, placeholder, lines = 1, field, inputRef, areaRef, ...rest } = props
  const heard = rest.onKeyDown && { onKeyDown: passOn(rest.onKeyDown) }
  return (
    <AriaTextField {...rest} {...heard} className="ui-field" isInvalid={Boolean(error)}>
      {label && <Label className="ui-field-label">{label}</Label>}
      {lines > 1 ? (
        <TextArea
          {...(areaRef && { ref: areaRef })}
          className="ui-input ui-text-area"
          rows={lines}
          {...(placeholder && { placeholder })}
          data-field={field}
          data-own-focus
        />
      ) : (
        <Input
          {...(inputRef && { ref: inputRef })}
          className="ui-input"
          {...(placeholder && { placeholder })}
          data-field={field}
          data-own-focus
        />
      )}
      <FieldHelp description={description} error={error} />
    </AriaTextField>
  )
}

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> {
  'aria-label': string
  placeholder?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}

/** Escape empties it. */
export function SearchField({ placeholder, inputRef, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className="ui-search">
      <Icon of={Search} className="ui-search-sign" />
      <Input
        {...(inputRef && { ref: inputRef })}
        className="ui-input"
        {...(placeholder && { placeholder })}
        data-own-focus
      />
      <Button className="ui-search-clear" aria-label="Clear">
        <Icon of={X} size={14} />
      </Button>
    </AriaSearchField>
  )
}
