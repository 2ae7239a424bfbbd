import { ArrowLeft } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { DescribedEnd } from '../../../preload/contract/link.ts'
import { request } from '../../client.ts'
import { describeListed, openListed } from '../../commands/overview.ts'
import { closeListing } from '../../store/argument/overview.ts'
import type { Listing } from '../../store/argument/overview-view.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { useArriving } from '../arriving.ts'
import { Done } from '../middle/Done.tsx'
import { ListedRow } from './ListedRow.tsx'

const rowHeight = 64

/** What a number counts, one below the other; Enter opens the passage, Escape goes back to the numbers. */
export function ListingView({ listing: { title, counted } }: { listing: Listing }) {
  const commits = useCommits()
  const ids = useAnswer(`${JSON.stringify(counted)} ${commits}`, () => request('overview.list', counted))
  const items = useMemo(() => Array.from(ids ?? [], (id) => ({ id })), [ids])
  const row = useWorkbench((state) => state.overview.row)
  const known = useDescribed(counted.of, ids, commits)
  const list = useRef<HTMLDivElement>(null)
  useArriving(list, { when: ids !== undefined && workbench.getState().dialog === null })
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Backspace') return
    closeListing()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <header className="middle-bar overview-bar">
        <Button look="quiet" icon={ArrowLeft} onPress={closeListing}>
          Overview
        </Button>
        <h1>{title}</h1>
        <p className="middle-count">
          {ids && countOf(ids.length, counted.of === 'links' ? 'link' : 'passage')}
        </p>
        <Done view="view.overview" />
      </header>
      <div ref={list} className="overview-list" onKeyDownCapture={press}>
        {ids && (
          <VirtualList
            label={title}
            items={items}
            textOf={() => ''}
            rowHeight={rowHeight}
            selected={[]}
            startAt={row}
            onOpen={({ id }, beside) => {
              const end = known.get(id)
              if (end) openListed(end, beside).catch(showFailure)
            }}
            empty="There is none any more."
          >
            {({ id }) => <ListedRow end={known.get(id)} />}
          </VirtualList>
        )}
      </div>
    </>
  )
}

/** Rows that are asked about in one go. */
const page = 100

/** What the rows say, read page by page as they are drawn; after a commit anew. */
function useDescribed(of: 'passages' | 'links', ids: Int32Array | undefined, commits: number) {
  const [version, setVersion] = useState(0)
  const places = useMemo(() => new Map(Array.from(ids ?? [], (id, place) => [id, place])), [ids])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was read before a commit may not be true after it
  const read = useMemo(
    () => ({ ends: new Map<number, DescribedEnd>(), asked: new Set<number>(), isWanted: true }),
    [commits, ids],
  )
  useEffect(
    () => () => {
      read.isWanted = false
    },
    [read],
  )
  return useMemo(
    () => ({
      version,
      get(id: number): DescribedEnd | undefined {
        const at = Math.floor((places.get(id) ?? 0) / page)
        if (!ids || read.asked.has(at)) return read.ends.get(id)
        read.asked.add(at)
        const asked = [...ids.subarray(at * page, (at + 1) * page)]
        describeListed(of, asked)
          .then((ends) => {
            for (const [index, end] of ends.entries()) if (end) read.ends.set(asked[index]!, end)
            if (read.isWanted) setVersion((before) => before + 1)
          })
          .catch(showFailure)
        return undefined
      },
    }),
    [version, ids, of, places, read],
  )
}
