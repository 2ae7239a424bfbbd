import { useLayoutEffect, useRef } from 'react'
import type { ThreadEnd } from '../../../preload/contract/confrontation.ts'
import type { AnnotationId, DocumentId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import type { DocumentView } from '../../document/index.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { otherSide } from '../../store/places.ts'
import { viewOf } from '../../store/views.ts'
import { type Focused, type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { tagColor } from '../../ui/Tag.tsx'
import { textPaintings } from './text-paintings.ts'
import { type SeenPassage, threadPath } from './thread-path.ts'
import './threads.css'

export interface ThreadsProps {
  left: DocumentId
  right: DocumentId
}

/**
 * The threads of the annotation in focus into the text beside it. They follow each painting of either text: what is
 * measured is a few passages, whatever the length of the texts.
 */
export function Threads({ left, right }: ThreadsProps) {
  const focused = useWorkbench((state) => state.focused)
  const linkTypes = useWorkbench((state) => state.linkTypes)
  const threads = useThreads(focused, { left, right })
  const drawing = useRef<SVGSVGElement>(null)
  const from = focused?.annotation.id
  const side = focused?.side

  useLayoutEffect(() => {
    const svg = drawing.current
    if (!svg || from === undefined || side === undefined || threads.length === 0) return
    const draw = () => drawThreads(svg, side, from, threads)
    draw()
    return textPaintings.subscribe(draw)
  }, [from, side, threads])

  const chosen = focused?.links[focused.chosenLink]?.link.id
  return (
    <svg ref={drawing} aria-hidden className="threads">
      <defs>
        <marker
          id="thread-end"
          viewBox="-4 -4 8 8"
          markerWidth={8}
          markerHeight={8}
          markerUnits="userSpaceOnUse"
        >
          <circle r={3.5} fill="context-stroke" />
        </marker>
      </defs>
      {threads.map(({ linkId, linkTypeId, to }) => (
        <path
          key={`${linkId} ${to}`}
          className="thread tag-colored"
          data-chosen={linkId === chosen || undefined}
          style={tagColor(linkTypes.find(({ id }) => id === linkTypeId)?.color ?? '#808080')}
          markerStart="url(#thread-end)"
          markerEnd="url(#thread-end)"
        />
      ))}
    </svg>
  )
}

const none: ThreadEnd[] = []

/** Asked for anew whenever what is in focus, or one of its links, has changed. */
function useThreads(focused: Focused | null, documents: Record<PaneSide, DocumentId>): readonly ThreadEnd[] {
  const count = useRef({ links: focused?.links, asked: 0 })
  if (count.current.links !== focused?.links)
    count.current = { links: focused?.links, asked: count.current.asked + 1 }
  const from = focused?.annotation.id
  const into = focused ? documents[otherSide(focused.side)] : undefined
  const asked = from === undefined ? null : `${from} ${into} ${count.current.asked}`
  const came = useAnswer(asked, async () => ({
    from,
    into,
    threads: from && into ? await request('confrontation.threads', { from, into }) : none,
  }))
  return came !== undefined && came.from === from && came.into === into ? came.threads : none
}

/** Measures all of them, then writes. */
function drawThreads(
  svg: SVGSVGElement,
  side: PaneSide,
  from: AnnotationId,
  threads: readonly ThreadEnd[],
): void {
  const views = { left: viewOf('left'), right: viewOf('right') }
  if (!views.left || !views.right) return
  const origin = svg.getBoundingClientRect()
  const texts = {
    left: views.left.root.getBoundingClientRect(),
    right: views.right.root.getBoundingClientRect(),
  }
  const here = seenIn(views[side]!)(from)
  const see = seenIn(views[otherSide(side)]!)
  const paths = threads.map(({ to }) => {
    const there = see(to)
    return side === 'left' ? threadPath(here, there, texts, origin) : threadPath(there, here, texts, origin)
  })
  const elements = svg.querySelectorAll('.thread')
  for (const [i, path] of paths.entries()) {
    elements[i]?.setAttribute('d', path)
    elements[i]?.toggleAttribute('data-stub', !path.includes('C'))
  }
}

/** What is out of sight is compared with the beginning of what is in sight, which is looked up once at most. */
function seenIn(view: DocumentView): (id: AnnotationId) => SeenPassage {
  let first: number | undefined
  return (id) => {
    const box = view.boxOf(id)
    if (box) return { box }
    first ??= view.readingPlace().offset
    return { beyond: (view.spansOf(id)[0]?.start ?? 0) < first ? 'top' : 'bottom' }
  }
}
