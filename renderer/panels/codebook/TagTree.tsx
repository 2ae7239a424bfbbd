import { ChevronRight } from 'lucide-react'
import { type Dispatch, type KeyboardEvent, type SetStateAction, useCallback, useRef } from 'react'
import {
  Button,
  Collection,
  DropIndicator,
  type Key,
  ListLayout,
  type Selection,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { moveTags } from '../../commands/edit-codebook.ts'
import { countOf } from '../../store/counting.ts'
import { say, showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'
import { RenameField } from './RenameField.tsx'
import { dropPlace, stepOf, type TagNode, type TagStep, topmost } from './tag-tree.ts'
import './tag-tree.css'

export interface TagTreeProps {
  nodes: readonly TagNode[]
  chosen: ReadonlySet<TagId>
  onChoose: (ids: Set<TagId>) => void
  closed: ReadonlySet<TagId>
  onClose: Dispatch<SetStateAction<ReadonlySet<TagId>>>
  /** The tag whose name is being typed in its row. */
  renaming: TagId | null
  onRename: (id: TagId | null) => void
  onDelete: () => void
  /** Nothing can be moved or renamed. */
  readOnly: boolean
  /** Some are not shown because of a filter: dragging would put them who knows where. */
  isNarrowed: boolean
}

/** Of every row, in CSS pixels. */
export const rowHeight = 30
// One object for ever, so that the layout is not begun anew at each drawing.
const layout = { rowHeight }

const steps: Record<string, TagStep> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'out',
  ArrowRight: 'in',
}

/** The tags as a tree: dragged, or moved by Alt and arrows; F2 renames in place, Delete deletes. */
export function TagTree(props: TagTreeProps) {
  const { nodes, chosen, onChoose, closed, onClose, renaming, onRename, onDelete, readOnly, isNarrowed } =
    props
  const tags = useWorkbench((state) => state.tags)
  const frame = useRef<HTMLDivElement>(null)
  const fixed = readOnly || isNarrowed
  const renamed = tags.find(({ id }) => id === renaming)
  const endRenaming = useCallback(() => onRename(null), [onRename])
  const parents = allOf(nodes).filter((node) => node.children.length > 0)

  const open = (id: TagId) => onClose((now) => new Set([...now].filter((one) => one !== id)))

  const { dragAndDropHooks } = useDragAndDrop<TagNode>({
    isDisabled: fixed,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameOf(tags, key) })),
    getDropOperation: (target, _types, allowed) =>
      target.type === 'item' && allowed.includes('move') ? 'move' : 'cancel',
    onMove({ keys, target }) {
      const ids = topmost(new Set(keys as Set<TagId>), tags).map(({ id }) => id)
      moveTags(ids, (now) => {
        const over = now.find((tag) => tag.id === target.key)
        if (!over) return undefined
        const place = dropPlace(ids, over, target.dropPosition, now)
        if (!place) say('A tag cannot stand under itself')
        else if (target.dropPosition === 'on') open(over.id)
        return place
      }).catch(showFailure)
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="tag-tree-drop" />,
  })

  const moveBy = (id: TagId, step: TagStep) =>
    moveTags([id], (now) => {
      const tag = now.find((one) => one.id === id)
      const place = tag && stepOf(tag, step, now)
      if (!place) say('It cannot go further')
      else if (step === 'in' && place.parentId !== null) open(place.parentId)
      return place
    }).catch(showFailure)

  const press = (event: KeyboardEvent) => {
    if (readOnly || renaming !== null || !(event.target instanceof HTMLElement)) return
    const row = event.target.closest<HTMLElement>('[role="row"]')
    const tag = tags.find(({ id }) => String(id) === row?.dataset.key)
    if (!tag) return
    const step = event.altKey && !event.shiftKey ? steps[event.key] : undefined
    if (step !== undefined && isNarrowed) say('Clear the filter to move tags')
    else if (step !== undefined) moveBy(tag.id, step)
    else if (event.key === 'F2') onRename(tag.id)
    else if (event.key === 'Delete' || event.key === 'Backspace') onDelete()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const choose = (keys: Selection) =>
    onChoose(new Set(keys === 'all' ? tags.map(({ id }) => id) : ([...keys] as TagId[])))
  const expand = (opened: Set<Key>) =>
    onClose(new Set(parents.map(({ id }) => id).filter((id) => !opened.has(id))))

  return (
    <div ref={frame} className="tag-tree-frame" data-dialog-start onKeyDownCapture={press}>
      <Virtualizer layout={ListLayout} layoutOptions={layout}>
        <Tree
          aria-label="Tags"
          className="tag-tree"
          items={nodes}
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowEmptySelection
          escapeKeyBehavior="none"
          selectedKeys={chosen}
          onSelectionChange={choose}
          expandedKeys={parents.map(({ id }) => id).filter((id) => isNarrowed || !closed.has(id))}
          onExpandedChange={expand}
          onAction={(key) => !readOnly && onRename(key as TagId)}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => (
            <p className="tag-tree-none">
              {isNarrowed ? 'No tag has these words.' : 'No tags. Make one to begin.'}
            </p>
          )}
        >
          {(node) => <TagRow node={node} />}
        </Tree>
      </Virtualizer>
      {renamed && <RenameField key={renamed.id} tag={renamed} frame={frame} onEnd={endRenaming} />}
    </div>
  )
}

function TagRow({ node }: { node: TagNode }) {
  const { tag, children, usesBelow } = node
  const uses = countOf(tag.uses, 'annotation')
  return (
    <TreeItem
      id={tag.id}
      value={node}
      textValue={tag.name}
      className="codebook-tag"
      aria-label={[
        tag.name,
        tag.key && `key ${tag.key}`,
        uses,
        children.length > 0 && `${usesBelow.toLocaleString('en')} with those below`,
      ]
        .filter(Boolean)
        .join(', ')}
    >
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className="codebook-tag-line">
            {hasChildItems ? (
              <Button slot="chevron" className="codebook-tag-chevron" data-open={isExpanded}>
                <Icon of={ChevronRight} size={14} />
              </Button>
            ) : (
              <span className="codebook-tag-chevron" />
            )}
            <TagSwatch color={tag.color} />
            <span className="codebook-tag-name">{tag.name}</span>
            {tag.outdated > 0 && (
              <span
                className="codebook-tag-outdated"
                title={`${tag.outdated} made under an older definition`}
              />
            )}
            {tag.key !== '' && <kbd className="codebook-tag-key">{tag.key.toUpperCase()}</kbd>}
            <span className="codebook-tag-uses">
              {tag.uses.toLocaleString('en')}
              {hasChildItems && (
                <span className="codebook-tag-below"> / {usesBelow.toLocaleString('en')}</span>
              )}
            </span>
          </div>
        )}
      </TreeItemContent>
      <Collection items={children}>{(child) => <TagRow node={child} />}</Collection>
    </TreeItem>
  )
}

function allOf(nodes: readonly TagNode[]): TagNode[] {
  return nodes.flatMap((node) => [node, ...allOf(node.children)])
}

const nameOf = (tags: readonly Tag[], key: Key) => tags.find(({ id }) => id === key)?.name ?? ''
