import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  Input,
  type Key,
  Label,
  ListBox,
  Popover,
  Text,
  useFilter,
} from 'react-aria-components'
import { type Choice, wordsOf } from './choice.ts'
import { Icon } from './Icon.tsx'
import { narrow } from './narrow.ts'
import { Option } from './Select.tsx'
import { tellIfCut } from './tell-if-cut.ts'
import './popover.css'
import './select.css'
import './text-field.css'
import './combo-box.css'

export interface ComboBoxProps<T extends Key> {
  label?: string
  'aria-label'?: string
  choices: readonly Choice<T>[]
  /** The words in the field; whoever uses it keeps them. */
  words: string
  onWords: (words: string) => void
  /** With the title of the choice that was taken, or the words that stood there when Enter was pressed or the field left. */
  onKeep: (words: string) => void
  /** Makes a field that one goes back from: Enter keeps and Escape, which is told here, does not; then `onLeave`. */
  onGiveUp?: () => void
  onLeave?: () => void
  placeholder?: string
  description?: ReactNode
  isDisabled?: boolean
  autoFocus?: boolean
  /** Whether the choices come up when the field is entered, or once something is typed. */
  opens?: 'focus' | 'input'
  /** A name by which the field itself is found, as `data-field`. */
  field?: string
}

/** As many as are offered at once: React Aria draws them all, and prepares them while the list is closed too. */
const mostOffered = 50

/** A field that takes any words and offers those that hold them; of many the first. */
export function ComboBox<T extends Key>(props: ComboBoxProps<T>) {
  const { label, choices, words, onWords, onKeep, placeholder, description } = props
  // The words as they are this moment, also before the next drawing; null while they are kept.
  const unkept = useRef<string | null>(null)
  const { contains } = useFilter({ sensitivity: 'base' })
  // What narrows the choices where they are too many to be offered together.
  const [typed, setTyped] = useState('')
  const isMany = choices.length > mostOffered
  const fitting = useMemo(
    () => (isMany ? narrow(choices, typed, wordsOf) : choices),
    [choices, typed, isMany],
  )
  const also = useMemo(() => new Map(choices.map((choice) => [choice.title, choice.also ?? []])), [choices])
  const keepTyped = () => {
    if (unkept.current !== null) onKeep(unkept.current)
    unkept.current = null
  }
  const take = (key: Key | null) => {
    const choice = choices.find(({ id }) => id === key)
    if (!choice) return
    unkept.current = null
    onKeep(choice.title)
  }
  const press = (event: Pick<KeyboardEvent, 'key' | 'nativeEvent' | 'preventDefault'>) => {
    if (event.nativeEvent.isComposing) return
    const isGivenUp = event.key === 'Escape' && props.onGiveUp !== undefined
    if (!isGivenUp && event.key !== 'Enter') return
    if (isGivenUp) {
      unkept.current = null
      props.onGiveUp?.()
    } else keepTyped()
    if (!props.onLeave) return
    event.preventDefault()
    props.onLeave()
  }
  return (
    <AriaComboBox
      className="ui-field ui-combo-box"
      {...(props['aria-label'] ? { 'aria-label': props['aria-label'] } : {})}
      {...(isMany ? { items: fitting.slice(0, mostOffered) } : { defaultItems: choices })}
      defaultFilter={(title, typed) =>
        contains(title, typed) || (also.get(title) ?? []).some((words) => contains(words, typed))
      }
      onOpenChange={(isOpen, by) => isOpen && by !== 'input' && setTyped('')}
      inputValue={words}
      onInputChange={(typed) => {
        unkept.current = typed
        setTyped(typed)
        onWords(typed)
      }}
      onChange={take}
      onKeyDown={press}
      onBlur={keepTyped}
      allowsCustomValue
      menuTrigger={props.opens ?? 'focus'}
      autoFocus={props.autoFocus ?? false}
      isDisabled={props.isDisabled ?? false}
    >
      {label && <Label className="ui-field-label">{label}</Label>}
      <div className="ui-combo-row">
        <Input
          className="ui-input"
          {...(placeholder && { placeholder })}
          data-field={props.field}
          data-own-focus
          onPointerEnter={tellIfCut}
        />
        <Button className="ui-combo-button">
          <Icon of={ChevronDown} size={14} />
        </Button>
      </div>
      {description && (
        <Text slot="description" className="ui-field-help">
          {description}
        </Text>
      )}
      <Popover className="ui-popover ui-select-popover" offset={3}>
        <ListBox<Choice<T>> className="ui-options">{(choice) => <Option {...choice} />}</ListBox>
        {fitting.length > mostOffered && (
          <p className="ui-combo-more">
            {`${mostOffered} of ${fitting.length.toLocaleString('en')}: type to find others.`}
          </p>
        )}
      </Popover>
    </AriaComboBox>
  )
}
