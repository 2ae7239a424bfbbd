import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { useGradually } from '../../ui/gradually.ts'
import { Icon } from '../../ui/Icon.tsx'

export interface PartProps<Entry> {
  tone: 'failed' | 'there' | 'noted'
  icon: LucideIcon
  title: string
  entries: readonly Entry[]
  keyOf: (entry: Entry) => string
  action?: ReactNode
  children: (entry: Entry) => ReactNode
}

/** Of the report on an import, what became of some of the files; nothing where there are none. */
export function Part<Entry>({ tone, icon, title, entries, keyOf, action, children }: PartProps<Entry>) {
  const drawn = useGradually(entries.length, 12)
  if (entries.length === 0) return null
  return (
    <section className="import-part" data-tone={tone} aria-label={title}>
      <header>
        <h3>
          <Icon of={icon} />
          {title}
        </h3>
        {action}
      </header>
      <ul>
        {entries.slice(0, drawn).map((entry) => (
          <li key={keyOf(entry)}>{children(entry)}</li>
        ))}
      </ul>
    </section>
  )
}
