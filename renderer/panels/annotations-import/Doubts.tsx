import { TriangleAlert } from 'lucide-react'
import type { Doubt } from '../../../preload/contract/annotation-import.ts'
import type { Loss } from '../../../preload/contract/exchange.ts'
import { countOf } from '../../store/counting.ts'
import { Icon } from '../../ui/Icon.tsx'

/** No list that is longer than this is read to its end. */
const most = 200

/** What a person should look at, each with its place. */
export function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  if (doubts.length === 0) return null
  const title = `Please check: ${countOf(doubts.length, 'place')}`
  return (
    <section aria-label={title} className="annotations-import-doubts">
      <h3>
        <Icon of={TriangleAlert} />
        {title}
      </h3>
      <ul className="selectable">
        {doubts.slice(0, most).map(({ where, what }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two places may say the same.
          <li key={index}>
            <span className="annotations-import-where">{where}</span> {what}
          </li>
        ))}
      </ul>
      {doubts.length > most && <p>And {(doubts.length - most).toLocaleString('en')} more.</p>}
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
            {count.toLocaleString('en')} {what}
          </li>
        ))}
      </ul>
    </section>
  )
}
