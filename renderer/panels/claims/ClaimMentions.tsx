import { useState } from 'react'
import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import { goFromCard } from '../../commands/claims.ts'
import { showFailure } from '../../store/notices.ts'
import { workbench } from '../../store/workbench.ts'
import { ShowMore } from '../../ui/ShowMore.tsx'
import { ClaimEntry, Quote, Source } from './ClaimEntry.tsx'

/** More are drawn when they are asked for. */
const mostAtOnce = 100

/** The passages that state a claim, in time order; those of documents without a date stand apart. */
export function ClaimMentions({ mentions }: { mentions: readonly AnnotationHit[] }) {
  const [all, setAll] = useState(() => {
    const { row } = workbench.getState().claimsView
    return mentions.slice(mostAtOnce).some(({ id }) => rowOf(id) === row)
  })
  const shown = all ? mentions : mentions.slice(0, mostAtOnce)
  const left = mentions.length - shown.length
  const dated = shown.filter(({ documentDate }) => documentDate !== '')
  const undated = shown.filter(({ documentDate }) => documentDate === '')
  return (
    <>
      <Rows mentions={dated} />
      {undated.length > 0 && (
        <>
          <h3 className="claim-apart">Without a date</h3>
          <Rows mentions={undated} />
        </>
      )}
      <ShowMore left={left} rows="[data-row]" onPress={() => setAll(true)}>
        {`Show ${left.toLocaleString('en')} more`}
      </ShowMore>
    </>
  )
}

const rowOf = (id: AnnotationHit['id']) => `mention ${id}`

function Rows({ mentions }: { mentions: readonly AnnotationHit[] }) {
  return (
    <ol className="claim-entries">
      {mentions.map((hit) => (
        <li key={hit.id}>
          <ClaimEntry
            row={rowOf(hit.id)}
            date={hit.documentDate}
            onOpen={(beside) => goFromCard(rowOf(hit.id), hit, beside).catch(showFailure)}
          >
            <Quote hit={hit} />
            <Source hit={hit} />
          </ClaimEntry>
        </li>
      ))}
    </ol>
  )
}
