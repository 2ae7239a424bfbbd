import type { ReactNode } from 'react'
import './empty-state.css'

export interface EmptyStateProps {
  title: string
  children?: ReactNode
  actions?: ReactNode
}

/** What stands where nothing is yet: what belongs here, and how to get it. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="ui-empty">
      <p className="ui-empty-title">{title}</p>
      {children && <div className="ui-empty-words">{children}</div>}
      {actions && <div className="ui-empty-actions">{actions}</div>}
    </div>
  )
}
