import { TriangleAlert } from 'lucide-react'
import type { Doubt, Unread } from '../../../preload/contract/annotation-import.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import { mostListed } from '../../store/annotation-sets/planned-sets.ts'
import { countOf } from '../../store/counting.ts'
import { Icon } from '../../ui/Icon.tsx'

/** What a person should look at, each with its place. */
export function Doubts({
  doubts,
  moreDoubts = 0,
}: {
  doubts: readonly Doubt[]
  moreDoubts?: number | undefined
}) {
  if (doubts.length === 0) return null
  const title = `Please check: ${countOf(doubts.length + moreDoubts, 'place')}`
  return (
    <section aria-label={title} className="annotations-import-doubts">
      <h3>
        <Icon of={TriangleAlert} />
        {title}
      </h3>
      <ul className="selectable">
        {doubts.map(({ where, what }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two places may say the same.
          <li key={index}>
            <span className="annotations-import-where">{where}</span> {what}
          </li>
        ))}
      </ul>
      {moreDoubts > 0 && <p>And {moreDoubts.toLocaleString('en')} more.</p>}
    </section>
  )
}

export function LeftOut({ losses }: { losses: readonly Loss[] }) {
  if (losses.length === 0) return null
  return (
    <section aria-label="Left out">
      <h3>Left out</h3>
      <ul>
        {losses.map(({ what, count }) => (
          <li key={what}>
            {inSentence(what)}: {count.toLocaleString('en')}
          </li>
        ))}
      </ul>
    </section>
  )
}

const inSentence = (what: string): string => what.charAt(0).toUpperCase() + what.slice(1)

/** Files of a folder of which nothing came in: those that are broken, and those that are of another kind. */
export function UnreadFiles({ unread: { refused, passedOver, otherFormats } }: { unread: Unread }) {
  if (refused.length + passedOver.length === 0) return null
  const more = passedOver.length - mostListed
  return (
    <>
      {refused.length > 0 && (
        <section aria-label="Files that could not be read">
          <h3>Files that could not be read: {refused.length}</h3>
          <ul className="selectable">
            {refused.slice(0, mostListed).map(({ where, line, what }) => (
              <li key={where}>
                <span className="annotations-import-where">
                  {where}
                  {line !== null && `, line ${line}`}
                </span>{' '}
                {what}
              </li>
            ))}
          </ul>
          {refused.length > mostListed && (
            <p>And {(refused.length - mostListed).toLocaleString('en')} more.</p>
          )}
        </section>
      )}
      {passedOver.length > 0 && (
        <details className="selectable">
          <summary>{countOf(passedOver.length, 'file')} of the folder not read</summary>
          {otherFormats.length > 0 && (
            <p>Some of these hold annotations too: {otherFormats.map(({ title }) => title).join(', ')}.</p>
          )}
          <ul>
            {passedOver.slice(0, mostListed).map((path) => (
              <li key={path}>{path}</li>
            ))}
          </ul>
          {more > 0 && <p>And {more.toLocaleString('en')} more.</p>}
        </details>
      )}
    </>
  )
}
