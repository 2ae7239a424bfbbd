import { useMemo, useRef } from 'react'
import { request } from '../../client.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { useArriving } from '../arriving.ts'
import { Done } from '../middle/Done.tsx'
import { ImportFirst } from '../middle/ImportFirst.tsx'
import { ListingView } from './ListingView.tsx'
import { Numbers } from './Numbers.tsx'
import './overview.css'

/** How much there is of what, how far the work is, and what each number counts. */
export function OverviewArea() {
  const listing = useWorkbench((state) => state.overview.listing)
  return (
    <section className="middle" data-area="overview" tabIndex={-1} aria-label="Overview">
      {listing ? <ListingView key={listing.title} listing={listing} /> : <Counted />}
    </section>
  )
}

function Counted() {
  const commits = useCommits()
  const counts = useAnswer(String(commits), () => request('overview.counts', undefined))
  const awaiting = useAnswer(String(commits), () => request('overview.awaiting', undefined))
  const documents = useWorkbench((state) => state.documents)
  const claims = useWorkbench((state) => state.claims)
  const tags = useWorkbench((state) => state.tags)
  const speakers = useWorkbench((state) => state.speakers)
  const linkTypes = useWorkbench((state) => state.linkTypes)
  const annotators = useWorkbench((state) => state.annotators)
  const of = useMemo(
    () => counts && { counts, mirror: { documents, claims, tags, speakers, linkTypes, annotators } },
    [counts, documents, claims, tags, speakers, linkTypes, annotators],
  )
  const page = useRef<HTMLDivElement>(null)
  // The first number, unless one comes back to another.
  useArriving(page, { when: counts !== undefined, wanted: 'button' })
  return (
    <>
      <header className="middle-bar overview-bar">
        <h1>Overview</h1>
        <Done view="view.overview" />
      </header>
      <div ref={page} className="overview-page" data-busy={counts === undefined || undefined}>
        {documents.length === 0 && claims.length === 0 ? (
          <ImportFirst>
            As soon as there are documents, this page counts what is in them and how far the work is.
          </ImportFirst>
        ) : (
          of && <Numbers of={of} awaiting={awaiting ?? null} />
        )}
      </div>
    </>
  )
}
