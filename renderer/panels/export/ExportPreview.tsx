import type { Format, Loss } from '../../../preload/contract/exchange.ts'
import { countOf } from '../../store/counting.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Preview } from './use-preview.ts'

export interface ExportPreviewProps {
  format: Format
  preview: Preview | null
}

/** What is chosen to go out, and what of it the format cannot hold. */
export function ExportPreview({ format, preview }: ExportPreviewProps) {
  return (
    <section className="export-preview" aria-label="What goes out" aria-live="polite">
      <h3>What is chosen</h3>
      {preview && <Counts counts={preview.counts} />}
      <h3>What of this the format cannot hold</h3>
      {preview && <Losses losses={preview.losses} />}
      {preview && <Unanswered count={preview.unanswered} />}
      {format.cannotHold.length > 0 && (
        <p className="export-words">This format has no place for {listOf(format.cannotHold)}.</p>
      )}
    </section>
  )
}

export function Counts({ counts }: { counts: Record<string, number> }) {
  return (
    <dl className="export-counts">
      {Object.entries(counts).map(([what, count]) => (
        <div key={what} data-none={count === 0 || undefined}>
          <dt>{what}</dt>
          <dd>{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}

export function Losses({ losses }: { losses: readonly Loss[] }) {
  if (losses.length === 0) return <p className="export-whole">Nothing of this is left out.</p>
  return (
    <dl className="export-counts export-losses">
      {losses.map(({ what, count }) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{count.toLocaleString('en')}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Only where there are some. */
export function Unanswered({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Notice tone="warning">
      {countOf(count, 'annotation')} {count === 1 ? 'lacks' : 'lack'} an attribute that the tag requires.
    </Notice>
  )
}

const listOf = (words: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(words)
