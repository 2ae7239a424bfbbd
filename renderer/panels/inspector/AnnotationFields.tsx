import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { changeAnnotation } from '../../commands/change-annotation.ts'
import { activeView } from '../../store/views.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { AttributesForm } from './AttributesForm.tsx'
import { ClaimField } from './ClaimField.tsx'
import { ConfidenceField } from './ConfidenceField.tsx'
import { KeptField } from './KeptField.tsx'
import { SpeakerField } from './SpeakerField.tsx'

export interface AnnotationFieldsProps {
  annotation: Annotation
  tag: Tag | undefined
  isDisabled: boolean
}

/**
 * What is said of an annotation, to be filled in without the mouse: Tab goes from field to field, Enter from an
 * attribute to the next that is needed and then back to the text, and so does the number of a choice that is needed;
 * Escape goes back to the text at once.
 */
export function AnnotationFields({ annotation, tag, isDisabled }: AnnotationFieldsProps) {
  const fields = useRef<HTMLDivElement>(null)
  const isWanted = useWorkbench((state) => state.formWanted === annotation.id)
  useEffect(() => {
    if (!isWanted) return
    workbench.setState({ formWanted: null })
    if (fields.current) goTo(firstField(fields.current))
  }, [isWanted])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of its fields go on from one to the next
    <div
      ref={fields}
      className="inspector-fields"
      role="presentation"
      onKeyDownCapture={pressInForm}
      onKeyDown={takeByNumber}
    >
      {tag && <AttributesForm annotation={annotation} tag={tag} isDisabled={isDisabled} />}
      <ConfidenceField annotation={annotation} isDisabled={isDisabled} />
      <SpeakerField annotation={annotation} isDisabled={isDisabled} />
      {(tag?.role !== 'none' || annotation.claimId !== null) && (
        <ClaimField annotation={annotation} isDisabled={isDisabled} />
      )}
      <KeptField
        label="Note"
        field="note"
        lines={3}
        value={annotation.note}
        isDisabled={isDisabled}
        keep={(note) => changeAnnotation(annotation.id, { note })}
      />
    </div>
  )
}

function firstField(form: Element): Element | null {
  return (
    form.querySelector('[data-lacking]') ??
    form.querySelector('[data-field-of="attribute"]') ??
    form.querySelector('[data-field-of="confidence"]')
  )
}

function goTo(field: Element | null | undefined): void {
  field
    ?.querySelector<HTMLElement>('input, textarea, .ui-select-button, [role="radio"][tabindex="0"]')
    ?.focus()
}

/** A number that is held down is one press: what comes next is not answered by it. */
const isHeldNumber = ({ key, repeat }: { key: string; repeat: boolean }): boolean =>
  repeat && /^[1-9]$/.test(key)

/**
 * Enter where it has no use of its own: to what is needed below, for what was answered a moment ago may look lacking. On
 * a list it opens it only while that is needed.
 */
function pressInForm(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as Element
  const here = target.closest('[data-field-of="attribute"], [data-field-of="confidence"]')
  if (isHeldNumber(event) && target.matches('[role="radio"]')) {
    event.stopPropagation()
    return
  }
  const isAnswered = target.matches('.ui-select-button') && !here?.matches('[data-lacking]')
  if (event.key !== 'Enter' || !here || !(isAnswered || target.matches('input, [role="radio"]'))) return
  if (event.nativeEvent.isComposing) return
  event.preventDefault()
  event.stopPropagation()
  goOnFrom(here, event.currentTarget)
}

/** Once a number has taken a choice that was needed; a letter may take another one that begins with it, and stays. */
function takeByNumber(event: KeyboardEvent<HTMLElement>): void {
  if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return
  const here = (event.target as Element).closest('[data-field-of="attribute"][data-lacking]')
  const taken = here?.querySelectorAll('[role="radio"]')[Number(event.key) - 1]
  if (here && taken && taken === document.activeElement) goOnFrom(here, event.currentTarget)
}

function goOnFrom(here: Element, form: Element): void {
  const isBelow = (field: Element) =>
    (here.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  const next = [...form.querySelectorAll('[data-lacking]')].find(isBelow)
  if (next) goTo(next)
  else activeView()?.focus()
}
