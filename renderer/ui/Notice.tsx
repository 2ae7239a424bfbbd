import { CircleCheck, Info, type LucideIcon, TriangleAlert, X } from 'lucide-react'
import { type ReactNode, type Ref, useLayoutEffect, useRef } from 'react'
import { IconButton } from './Button.tsx'
import { Icon } from './Icon.tsx'
import './notice.css'

export type Tone = 'note' | 'done' | 'warning' | 'failure'

const signs: Record<Tone, LucideIcon> = {
  note: Info,
  done: CircleCheck,
  warning: TriangleAlert,
  failure: TriangleAlert,
}

export interface NoticeProps {
  tone: Tone
  children: ReactNode
  actions?: ReactNode
  onDismiss?: (() => void) | undefined
}

/** A sentence that stands beside what it is about. */
export function Notice({ tone, children, actions, onDismiss }: NoticeProps) {
  return (
    <div className="ui-notice" data-tone={tone}>
      <Icon of={signs[tone]} className="ui-notice-sign" />
      <div className="ui-notice-words">{children}</div>
      {actions}
      {onDismiss && <IconButton icon={X} label="Dismiss" onPress={onDismiss} className="ui-notice-dismiss" />}
    </div>
  )
}

export interface NoticeRegionProps {
  label: string
  notices: readonly { id: number | string; tone: Tone; content: ReactNode; onDismiss?: () => void }[]
  ref?: Ref<HTMLElement>
}

/**
 * Notices over the window’s corner, the newest below. Each is read out when it comes: failures at once. They belong to
 * the outside of no dialog: pressing one leaves it open, and a dialog makes room for them.
 */
export function NoticeRegion({ label, notices, ref }: NoticeRegionProps) {
  const list = (urgent: boolean) => notices.filter(({ tone }) => (tone === 'failure') === urgent)
  const room = useRoom()
  return (
    <section ref={ref} className="ui-notice-region" aria-label={label} data-react-aria-top-layer>
      <div ref={room} className="ui-notice-lists">
        <Announced role="status" notices={list(false)} />
        <Announced role="alert" notices={list(true)} />
      </div>
    </section>
  )
}

/** Tells the style sheets how high the notices are together, as `--notices-height`. */
function useRoom() {
  const room = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = room.current
    if (!element) return
    const { style } = document.body
    const observer = new ResizeObserver(() => {
      style.setProperty('--notices-height', `${element.offsetHeight}px`)
    })
    observer.observe(element)
    return () => {
      observer.disconnect()
      style.removeProperty('--notices-height')
    }
  }, [])
  return room
}

/** The live region is there before its words are, else they are not read. */
function Announced({ role, notices }: { role: 'status' | 'alert'; notices: NoticeRegionProps['notices'] }) {
  return (
    <div role={role} aria-atomic={false} className="ui-notice-list">
      {notices.map(({ id, tone, content, onDismiss }) => (
        <Notice key={id} tone={tone} onDismiss={onDismiss}>
          {content}
        </Notice>
      ))}
    </div>
  )
}
