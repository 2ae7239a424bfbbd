import {
  type KeyboardEvent,
  type RefObject,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { AnnotationId, TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { deleteAnnotation } from '../../commands/change-annotation.ts'
import { isKeyOf, useKey } from '../../commands/key-choices.ts'
import { choose, deleteChosen, joinChosen } from '../../commands/many-annotations.ts'
import { runCommand } from '../../commands/registry.ts'
import { stateChosen } from '../../commands/state-claim.ts'
import { focusInOrder } from '../../commands/travel.ts'
import { showFailure } from '../../store/notices.ts'
import { useHiddenHere } from '../../store/reading/hidden-here.ts'
import { showDialog } from '../../store/screen.ts'
import { viewOf } from '../../store/views.ts'
import { type PaneSide, useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'
import { tellIfCut } from '../../ui/tell-if-cut.ts'
import { VirtualList } from '../../ui/VirtualList.tsx'
import { AlsoAtCaret } from '../copies/AlsoIn.tsx'
import { ChooseMenu } from './ChooseMenu.tsx'
import { ChosenBar } from './ChosenBar.tsx'
import { useLacking } from './lacking-here.ts'

const rowHeight = 58
const longestQuote = 160

/** The annotations of the active document in reading order: an equal way to all of them. */
export function AnnotationList() {
  const side = useWorkbench((state) => state.activeSide)
  const items = useShown(side)
  const tags = useWorkbench((state) => state.tags)
  const tagById = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags])
  const hidden = useHiddenHere(side)
  const lacking = useLacking(useWorkbench((state) => state.panes[side]?.documentId))
  const chosen = useWorkbench((state) => state.chosen)
  const selected = useMemo(
    () => (chosen.size === 0 ? [] : items.flatMap(({ id }) => (chosen.has(id) ? [id] : []))),
    [items, chosen],
  )
  const list = useRef<HTMLDivElement>(null)
  const startAt = useListWanted(list)
  return (
    <div
      ref={list}
      className="annotation-list"
      onKeyDownCapture={(event) => pressOnChosen(event, selected.length)}
    >
      <header className="annotation-list-head">
        <h2>
          Annotations <span className="inspector-count">{items.length.toLocaleString('en')}</span>
          {hidden.annotations > 0 && items.length > 0 && (
            <span className="annotation-list-hidden">{hidden.annotations} hidden</span>
          )}
        </h2>
        {items.length > 0 && <ChooseMenu ids={items.map(({ id }) => id)} lacking={lacking} />}
      </header>
      <AlsoAtCaret side={side} />
      {selected.length > 0 && <ChosenBar count={selected.length} />}
      <VirtualList
        label="Annotations"
        items={items}
        textOf={({ id }) => quoteOf(side, id)}
        rowHeight={rowHeight}
        selected={selected}
        choosing={{ chosen, choose }}
        startAt={startAt}
        onOpen={({ id }) => focusInOrder(id)}
        onDelete={({ id }) => deleteListed(id)}
        empty={
          hidden.annotations > 0 ? (
            <EmptyState title="All annotations here are hidden" actions={<ShowAll />} />
          ) : (
            <EmptyState title="No annotations yet">
              Select some text and press a tag’s key, or click a tag above the text.
            </EmptyState>
          )
        }
      >
        {({ id }) => <AnnotationRow side={side} id={id} tagById={tagById} isLacking={lacking.has(id)} />}
      </VirtualList>
    </div>
  )
}

function ShowAll() {
  const key = useKey('view.all-tags')
  return (
    <Button look="plain" onPress={() => runCommand('view.all-tags')}>
      Show all tags {key && <Shortcut keys={key} />}
    </Button>
  )
}

interface AnnotationRowProps {
  side: PaneSide
  id: AnnotationId
  tagById: ReadonlyMap<TagId, Tag>
  isLacking: boolean
}

function AnnotationRow({ side, id, tagById, isLacking }: AnnotationRowProps) {
  const tagId = viewOf(side)?.tagOf(id)
  const tag = tagId === undefined ? undefined : tagById.get(tagId)
  const isOutdated = useWorkbench((state) => state.outdated.has(id))
  return (
    <div className="annotation-row">
      <span className="annotation-row-tag">
        <TagSwatch color={tag?.color ?? '#57534e'} />
        <span className="annotation-row-tag-name" onPointerEnter={tellIfCut}>
          {tag?.name ?? ''}
        </span>
        {isLacking && <span className="inspector-needed">needs attributes</span>}
        {isOutdated && <span className="annotation-row-outdated">older definition</span>}
      </span>
      <q className="annotation-row-quote" dir="auto">
        {quoteOf(side, id)}
      </q>
    </div>
  )
}

/** Takes the keyboard when the list was asked for; returns the annotation it then begins at. */
function useListWanted(list: RefObject<HTMLElement | null>): AnnotationId | null {
  const wanted = useWorkbench((state) => state.listWanted)
  const [startAt] = useState(wanted?.at ?? null)
  useEffect(() => {
    if (!wanted) return
    workbench.setState({ listWanted: null })
    list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  }, [wanted, list])
  return startAt
}

/** The keys of the annotation in focus, for all that are taken together. */
function pressOnChosen(event: KeyboardEvent, count: number): void {
  const { project } = workbench.getState()
  if (count === 0 || project?.readOnly !== '' || !(event.target as Element).matches('[role="listbox"]'))
    return
  const press = event.nativeEvent
  if (isKeyOf('annotation.retag', press)) showDialog({ kind: 'choose-tag', purpose: 'retag-many' })
  else if (isKeyOf('annotation.speaker', press)) showDialog({ kind: 'choose-speaker' })
  else if (isKeyOf('annotation.attributes', press)) showDialog({ kind: 'set-attribute' })
  else if (isKeyOf('claim.state', press)) stateChosen()
  else if (isKeyOf('annotation.join', press)) joinChosen().catch(showFailure)
  else if (isKeyOf('annotation.delete', press)) deleteChosen().catch(showFailure)
  else return
  event.preventDefault()
  event.stopPropagation()
}

function deleteListed(id: AnnotationId): void {
  if (workbench.getState().project?.readOnly !== '') return
  deleteAnnotation(id).catch(showFailure)
}

/** Of the view and not of the list, which may be of 50,000: only what can be seen is asked for. */
function quoteOf(side: PaneSide, id: AnnotationId): string {
  const view = viewOf(side)
  if (!view) return ''
  const parts = view.spansOf(id)
  return parts
    .map(({ start, end }) => view.text.text.slice(start, Math.min(end, start + longestQuote)))
    .join(' … ')
}

/** Those that are shown, in reading order. */
function useShown(side: PaneSide): { id: AnnotationId }[] {
  const redrawn = useDeferredValue(useWorkbench((state) => state.redrawn))
  const tags = useWorkbench((state) => state.tags)
  const looks = useWorkbench((state) => state.tagLooks)
  const documentId = useWorkbench((state) => state.panes[side]?.documentId)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view is no state; the others tell when it changed
  return useMemo(() => {
    const view = viewOf(side)
    if (!view || view.text.id !== documentId) return []
    return view.inReadingOrder().map((id) => ({ id }))
  }, [redrawn, side, documentId, tags, looks])
}
