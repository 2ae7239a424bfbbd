import type { Format, Loss } from '../../../preload/contract/exchange.ts'
import { countOf } from '../../store/counting.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { Preview } from './use-preview.ts'

export interface ExportPreviewProps {
  format: Format
  /** Null while it is being counted, or where nothing is chosen. */
  preview: Preview | null
  isCounting: boolean
}

/** What is chosen to go out, and what of it the format cannot hold. */
export function ExportPreview({ format, preview, isCounting }: ExportPreviewProps) {
  return (
    <section className="export-preview" aria-label="What goes out" aria-live="polite">
      <h3>What is chosen</h3>
      {isCounting && <p className="export-words">Counting what goes out, and what cannot…</p>}
      {preview && (
        <>
          <Counts counts={preview.counts} />
          <Losses losses={preview.losses} format={format} />
          <Unanswered count={preview.unanswered} />
        </>
      )}
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

/** What the format cannot hold: what is kept beside it, in a folder or by the name of the one file, then what is not. */
export function Losses({ losses, format }: { losses: readonly Loss[]; format: Format }) {
  const named = format.makes === 'folder' ? '' : `….${format.endings[0] ?? ''}.`
  const { beside = [], out = [] } = Object.groupBy(losses, (loss) => (loss.beside ? 'beside' : 'out'))
  return (
    <>
      {beside.length > 0 && (
        <>
          <h3>Kept beside it</h3>
          <p className="export-words">
            The format cannot hold this. It stands in <i>{named}links.jsonl</i> and <i>{named}loss.json</i>
            {format.reads ? ': imported together with them, all of it comes back.' : '.'}
          </p>
          <LossCounts losses={beside} />
        </>
      )}
      <h3>Left out</h3>
      {out.length === 0 && <p className="export-whole">Nothing of this is left out.</p>}
      {out.length > 0 && <LossCounts losses={out} />}
    </>
  )
}

function LossCounts({ losses }: { losses: readonly Loss[] }) {
  return (
    <dl className={`export-counts ${losses[0]?.beside ? '' : 'export-losses'}`}>
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
