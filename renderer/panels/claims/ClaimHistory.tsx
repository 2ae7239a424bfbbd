import { useState } from 'react'
import type { ClaimEvent } from '../../../preload/contract/claim.ts'
import { ShowMore } from '../../ui/ShowMore.tsx'

const mostAtOnce = 12

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** What was done to a claim, the latest first. */
export function ClaimHistory({ events }: { events: readonly ClaimEvent[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? events : events.slice(0, mostAtOnce)
  const left = events.length - shown.length
  return (
    <>
      <ol className="claim-history">
        {shown.map(({ step, at, who, did }) => (
          <li key={step} data-step tabIndex={-1}>
            <span className="claims-quiet">{inWords(at)}</span>
            <span dir="auto">
              {did.join('. ')} <span className="claims-quiet">· {who}</span>
            </span>
          </li>
        ))}
      </ol>
      <ShowMore left={left} rows="[data-step]" onPress={() => setAll(true)}>
        {`Show ${left.toLocaleString('en')} more`}
      </ShowMore>
      {events.length === 0 && (
        <p className="claims-quiet">The history of this project does not reach back to it.</p>
      )}
    </>
  )
}

function inWords(at: string): string {
  const time = Date.parse(at)
  return Number.isNaN(time) ? at : moment.format(time)
}
