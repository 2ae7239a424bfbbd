import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button, IconButton } from './Button.tsx'
import { focusDialogStart } from './dialog-start.ts'
import { useEscapeNowhere } from './use-escape-nowhere.ts'
import './dialog.css'

export interface DialogProps {
  isOpen?: boolean
  onClose: () => void
  title: string
  /** One line below the title. */
  description?: ReactNode
  children?: ReactNode
  /** Buttons beside the title. */
  headActions?: ReactNode
  /** Buttons, the one that acts last. */
  footer?: ReactNode
  /**
   * What that one does: also Enter in a field of one line, and Ctrl+Enter anywhere. Called only where it can be done. In
   * what is worked in, Enter belongs to its fields, and Ctrl+Enter too while a cell is written in.
   */
  onConfirm?: (() => void) | undefined
  /** `full`: nearly the whole window, for what is worked in. */
  width?: 'small' | 'medium' | 'large' | 'full'
  /** It works on something: Escape alone leaves it. */
  isBusy?: boolean
  /** Nothing is written or chosen in it: a click outside closes it. */
  isOnlyRead?: boolean
  role?: 'dialog' | 'alertdialog'
}

/**
 * A dialog over the window: the keyboard is in its main control at once, see `focusDialogStart`; Escape or the cross
 * closes it, and the focus goes back where it was. A click outside does not,
 * where something may be half written: the next letters would be commands.
 */
export function Dialog(props: DialogProps) {
  const {
    isOpen = true,
    onClose,
    title,
    description,
    children,
    headActions,
    footer,
    width = 'medium',
    isBusy = false,
    isOnlyRead = false,
    onConfirm,
  } = props
  const { role = 'dialog' } = props
  const descriptionId = useId()
  const whole = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isOpen && whole.current) return focusDialogStart(whole.current)
  }, [isOpen])
  useEscapeNowhere(whole, isOpen, onClose)
  return (
    <ModalOverlay
      className="ui-veil"
      data-width={width}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={isOnlyRead && !isBusy && role === 'dialog'}
    >
      <Modal className="ui-modal" data-width={width}>
        <div
          ref={whole}
          className="ui-dialog-keys"
          onKeyDownCapture={(event) => {
            // What opens over the dialog is not in it, though React tells its keys here too.
            const isHere = event.currentTarget.contains(event.target as Node)
            if (!onConfirm || !isHere || !confirms(event, width === 'full')) return
            event.preventDefault()
            event.stopPropagation()
            onConfirm()
          }}
        >
          <AriaDialog
            className="ui-dialog"
            role={role}
            {...(description ? { 'aria-describedby': descriptionId } : {})}
          >
            <header className="ui-dialog-head">
              <div>
                <Heading slot="title" className="ui-dialog-title">
                  {title}
                </Heading>
                {description && (
                  <p id={descriptionId} className="ui-dialog-description">
                    {description}
                  </p>
                )}
              </div>
              {headActions && <div className="ui-dialog-actions">{headActions}</div>}
              {role === 'dialog' && !isBusy && <IconButton icon={X} label="Close" onPress={onClose} />}
            </header>
            {children && (
              <div
                className="ui-dialog-body"
                // What is only read is scrolled by key.
                {...(isOnlyRead && { tabIndex: 0 })}
              >
                {children}
              </div>
            )}
            {footer && <div className="ui-dialog-foot">{footer}</div>}
          </AriaDialog>
        </div>
      </Modal>
    </ModalOverlay>
  )
}

/** In a field of one line, unless Enter takes something from its list there; a button has a use of its own for it. */
function confirms(event: KeyboardEvent, isWorkedIn: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent, target } = event
  if (key !== 'Enter' || altKey || shiftKey || nativeEvent.isComposing) return false
  const isField = target instanceof HTMLInputElement
  if (ctrlKey || metaKey) return !(isWorkedIn && isField && target.closest('[role="grid"]'))
  return !isWorkedIn && isField && target.getAttribute('aria-expanded') !== 'true'
}

export interface ConfirmDialogProps {
  title: string
  /** What will happen, in a sentence or two. */
  children: ReactNode
  confirmLabel: string
  cancelLabel?: string
  isDanger?: boolean
  isConfirmDisabled?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before something is done. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    children,
    confirmLabel,
    cancelLabel = 'Cancel',
    isDanger = false,
    onConfirm,
    onCancel,
  } = props
  return (
    <Dialog
      role="alertdialog"
      width="small"
      title={title}
      onClose={onCancel}
      footer={
        <>
          <Button autoFocus onPress={onCancel}>
            {cancelLabel}
          </Button>
          <Button
            look={isDanger ? 'danger' : 'primary'}
            onPress={onConfirm}
            isDisabled={props.isConfirmDisabled ?? false}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
