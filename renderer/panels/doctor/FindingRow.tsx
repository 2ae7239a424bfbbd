import { useEffect } from 'react'
import type { Finding } from '../../../preload/contract/doctor.ts'
import { drawFindingAt } from '../../store/argument/doctor.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { withDots } from '../../store/with-dots.ts'

const mostPlaces = 2

export interface FindingRowProps {
  /** Undefined until it is there. */
  finding: Finding | undefined
  /** In the list, from 0. */
  at: number
  isCurrent: boolean
}

/** What was found, between what, and who has found it intended. */
export function FindingRow({ finding, at, isCurrent }: FindingRowProps) {
  const isKnown = finding !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is not known any more is asked for again
  useEffect(() => drawFindingAt(at), [at, isKnown])
  return (
    <div className="middle-row finding" data-current={isCurrent || undefined}>
      {finding && (
        <>
          <span className="finding-why">
            <span>{finding.why}</span>
            {finding.intended && <Judged {...finding.intended} />}
          </span>
          {finding.places.slice(0, mostPlaces).map((place, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name
            <span key={at} className="finding-place" data-place={at}>
              {at === 1 && finding.joint !== '' && <span className="finding-joint">{finding.joint}</span>}
              <span className="finding-words" data-quote={place.tag !== null || undefined} dir="auto">
                {place.words}
              </span>
              {place.tag !== null && <span className="finding-tag">{place.tag}</span>}
              <span className="finding-where">
                {withDots([place.who, dateInWords(place.date), place.where])}
              </span>
            </span>
          ))}
        </>
      )}
    </div>
  )
}

function Judged({ who, at, changed }: NonNullable<Finding['intended']>) {
  const day = dateInWords(at.slice(0, 10))
  return (
    <span className="finding-judged">
      {changed ? `Intended by ${who} on ${day}, changed since` : `Intended by ${who} on ${day}`}
    </span>
  )
}
