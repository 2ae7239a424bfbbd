import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import { goFromSpeakers } from '../../commands/speakers.ts'
import { showFailure } from '../../store/notices.ts'
import { ClaimEntry, Quote, Source } from '../claims/ClaimEntry.tsx'

/** The passages of a speaker in time order; those of documents without a date stand apart. */
export function SpeakerPassages({ hits }: { hits: readonly AnnotationHit[] }) {
  const dated = hits.filter(({ documentDate }) => documentDate !== '')
  const undated = hits.filter(({ documentDate }) => documentDate === '')
  return (
    <>
      <Rows hits={dated} />
      {undated.length > 0 && (
        <>
          <h3 className="claim-apart">Without a date</h3>
          <Rows hits={undated} />
        </>
      )}
    </>
  )
}

function Rows({ hits }: { hits: readonly AnnotationHit[] }) {
  return (
    <ol className="claim-entries">
      {hits.map((hit) => {
        const row = `passage ${hit.id}`
        return (
          <li key={hit.id}>
            <ClaimEntry
              row={row}
              date={hit.documentDate}
              onOpen={(beside) => goFromSpeakers(row, hit, beside).catch(showFailure)}
            >
              <Quote hit={hit} />
              <Source hit={hit} />
            </ClaimEntry>
          </li>
        )
      })}
    </ol>
  )
}
