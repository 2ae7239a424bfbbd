import type { DocumentStatus } from '../../../preload/contract/document.ts'

export const statuses: readonly { id: DocumentStatus; title: string }[] = [
  { id: 'to-do', title: 'To do' },
  { id: 'in-progress', title: 'In progress' },
  { id: 'done', title: 'Done' },
]

/** An empty, a half and a full disc. */
export function StatusSign({ status }: { status: DocumentStatus }) {
  const title = statuses.find(({ id }) => id === status)!.title
  return (
    <svg role="img" aria-label={title} className="status-sign" width="11" height="11" viewBox="0 0 12 12">
      <title>{title}</title>
      <circle cx="6" cy="6" r="5" />
      {status === 'in-progress' && <path d="M6 1a5 5 0 0 1 0 10z" />}
      {status === 'done' && <circle cx="6" cy="6" r="5.5" className="status-full" />}
    </svg>
  )
}
