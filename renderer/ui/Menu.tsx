import { Check, ChevronRight, type LucideIcon } from 'lucide-react'
import {
  type ComponentProps,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useRef,
} from 'react'
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  RootMenuTriggerStateContext,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components'
import { useMenuTriggerState } from 'react-stately'
import { Icon } from './Icon.tsx'
import { Shortcut } from './Shortcut.tsx'
import './popover.css'
import './menu.css'

export interface MenuItemProps {
  onAction: () => void
  /** What Delete does while the keyboard is at it; the menu closes. */
  onDelete?: (() => void) | undefined
  children: string
  icon?: LucideIcon
  /** Drawn instead of an icon, as a tag’s swatch. */
  sign?: ReactNode
  shortcut?: string | undefined
  isDisabled?: boolean
  isDanger?: boolean
  /** For something switched on and off, or one of several; its mark stands where an icon would, beside a sign at the end. */
  isChecked?: boolean
  /** One of several, of which one holds: choosing it ends what another was. */
  isOneOf?: boolean
  /** For what is often chosen several times in a row. */
  staysOpen?: boolean
}

export function MenuItem(props: MenuItemProps) {
  const { onAction, children, icon, sign, shortcut, isDisabled = false, isDanger } = props
  const { isChecked, isOneOf = false, staysOpen = false, onDelete } = props
  const menu = useContext(RootMenuTriggerStateContext)
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Delete' || !onDelete) return
    menu?.close()
    onDelete()
  }
  const checked = isChecked !== undefined && {
    role: isOneOf ? 'menuitemradio' : 'menuitemcheckbox',
    'aria-checked': isChecked,
  }
  return (
    <AriaMenuItem
      className="ui-menu-item"
      data-danger={isDanger}
      textValue={children}
      isDisabled={isDisabled}
      shouldCloseOnSelect={!staysOpen}
      onAction={onAction}
      // The library knows of marks only where it keeps the choice itself.
      render={(own) => <div {...(own as ComponentProps<'div'>)} {...checked} onKeyDownCapture={press} />}
    >
      <span className="ui-menu-sign" aria-hidden>
        {sign ?? (isChecked ? <Icon of={Check} /> : icon && <Icon of={icon} />)}
      </span>
      <span className="ui-menu-words">{children}</span>
      {sign && isChecked && <Icon of={Check} />}
      {shortcut && <Shortcut keys={shortcut} />}
    </AriaMenuItem>
  )
}

export function MenuSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <AriaMenuSection className="ui-menu-section">
      <Header className="ui-menu-header">{title}</Header>
      {children}
    </AriaMenuSection>
  )
}

export function MenuSeparator() {
  return <Separator className="ui-menu-separator" />
}

export interface SubmenuProps {
  title: string
  icon?: LucideIcon
  isDisabled?: boolean
  children: ReactNode
}

/** An item that opens a menu of its own beside it. */
export function Submenu({ title, icon, isDisabled = false, children }: SubmenuProps) {
  return (
    <SubmenuTrigger>
      <AriaMenuItem className="ui-menu-item" textValue={title} isDisabled={isDisabled}>
        <span className="ui-menu-sign" aria-hidden>
          {icon && <Icon of={icon} />}
        </span>
        <span className="ui-menu-words">{title}</span>
        <Icon of={ChevronRight} size={14} />
      </AriaMenuItem>
      <Popover className="ui-popover" offset={-2}>
        <AriaMenu className="ui-menu" aria-label={title}>
          {children}
        </AriaMenu>
      </Popover>
    </SubmenuTrigger>
  )
}

export interface MenuButtonProps {
  /** The button that opens the menu. */
  trigger: ReactElement
  label: string
  children: ReactNode
  placement?: 'bottom start' | 'bottom end'
}

export function MenuButton({ trigger, label, children, placement = 'bottom start' }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" placement={placement} offset={4}>
        <AriaMenu className="ui-menu" aria-label={label}>
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

export interface ContextMenuProps {
  label: string
  /** Where in the window, in CSS pixels; null while it is closed. */
  at: { x: number; y: number } | null
  onClose: () => void
  children: ReactNode
}

/** A menu at the pointer, or at a row when asked for by key. The focus goes back where it was. */
export function ContextMenu({ label, at, onClose, children }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null)
  // By it a choice in a submenu closes this menu as well.
  const state = useMenuTriggerState({ isOpen: at !== null, onOpenChange: (open) => !open && onClose() })
  return (
    <RootMenuTriggerStateContext value={state}>
      <span ref={anchor} className="ui-menu-anchor" style={{ left: at?.x ?? 0, top: at?.y ?? 0 }} />
      <Popover
        className="ui-popover"
        aria-label={label}
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(open) => !open && onClose()}
        placement="bottom start"
        offset={0}
      >
        <AriaMenu className="ui-menu" aria-label={label} autoFocus="first" onClose={state.close}>
          {children}
        </AriaMenu>
      </Popover>
    </RootMenuTriggerStateContext>
  )
}
