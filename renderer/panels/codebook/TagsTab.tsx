import { Merge, Plus } from 'lucide-react'
import { useCallback, useMemo, useRef, useState } from 'react'
import type { TagId } from '../../../preload/contract/ids.ts'
import { createTag } from '../../commands/edit-codebook.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { DeleteTag } from './DeleteTag.tsx'
import { MergeTags } from './MergeTags.tsx'
import { type AfterNaming, NewTagField } from './NewTagField.tsx'
import { TagForm } from './TagForm.tsx'
import { rowHeight, TagTree } from './TagTree.tsx'
import { narrowTree, tagsUnder, tagTree } from './tag-tree.ts'

/** The tags on the left, the chosen one on the right. */
export function TagsTab({ readOnly }: { readOnly: boolean }) {
  const tags = useWorkbench((state) => state.tags)
  const atFocus = useWorkbench((state) => state.focused?.annotation.tagId)
  const [words, setWords] = useState('')
  // The first by name and not by its place, which may become that of another.
  const shown = atFocus ?? tags[0]?.id
  const [picked, setPicked] = useState<ReadonlySet<TagId>>(new Set(shown === undefined ? [] : [shown]))
  const [closed, setClosed] = useState<ReadonlySet<TagId>>(new Set())
  const [renaming, setRenaming] = useState<TagId | null>(null)
  /** Under which tag one is being made; null while none is. */
  const [making, setMaking] = useState<{ parentId: TagId | null } | null>(null)
  /** The tag whose form takes the keyboard once it is there. */
  const [begun, setBegun] = useState<{ id: TagId; typed: string } | null>(null)
  const typedOn = useRef('')
  const side = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState<'delete' | 'merge' | null>(null)

  const nodes = useMemo(() => narrowTree(tagTree(tags), words), [tags, words])
  const there = tags.filter(({ id }) => picked.has(id))
  const chosen = there.length > 0 ? there : tags.slice(0, 1)
  const [first] = chosen
  const askDelete = useCallback(() => setAsking('delete'), [])

  const choose = (ids: ReadonlySet<TagId>) => {
    setBegun(null)
    setPicked(ids)
  }
  const begin = (parentId: TagId | null) => {
    setWords('')
    setMaking({ parentId })
  }
  const add = (name: string, then: AfterNaming) => {
    const { parentId } = making!
    typedOn.current = ''
    if (then === 'elsewhere') setMaking(null)
    createTag({ name, parentId })
      .then(async (tag) => {
        const stillClosed = new Set([...closed].filter((id) => id !== parentId))
        setClosed(stillClosed)
        // Whoever went on to the row of another tag wants that one.
        setPicked((now) => (now === picked ? new Set([tag.id]) : now))
        setBegun(then === 'form' ? { id: tag.id, typed: typedOn.current } : null)
        if (then === 'row') await focusRow(side.current, tag.id, stillClosed)
      })
      .catch(showFailure)
      .finally(() => setMaking(null))
  }
  const cancel = () => {
    setMaking(null)
    if (first) focusRow(side.current, first.id, closed)
  }
  return (
    <div className="codebook">
      <div ref={side} className="codebook-side">
        <SearchField aria-label="Filter the tags" placeholder="Filter" value={words} onChange={setWords} />
        <TagTree
          nodes={nodes}
          chosen={new Set(chosen.map(({ id }) => id))}
          onChoose={choose}
          closed={closed}
          onClose={setClosed}
          renaming={renaming}
          onRename={setRenaming}
          onDelete={() => chosen.length === 1 && setAsking('delete')}
          readOnly={readOnly}
          isNarrowed={words.trim() !== ''}
        />
        {making && (
          <NewTagField
            label={making.parentId === null ? 'Name of the new tag' : `New tag below ${first?.name ?? ''}`}
            onName={add}
            onTypedOn={(letter) => {
              typedOn.current += letter
            }}
            onCancel={cancel}
          />
        )}
        <div className="codebook-side-foot">
          <Button icon={Plus} isDisabled={readOnly} onPress={() => begin(null)}>
            New tag
          </Button>
          <Button
            look="quiet"
            icon={Plus}
            isDisabled={readOnly || chosen.length !== 1}
            aria-label={`New below ${first?.name ?? ''}`}
            onPress={() => begin(first?.id ?? null)}
          >
            New below
          </Button>
        </div>
      </div>
      {chosen.length > 1 ? (
        <EmptyState
          title={`${chosen.length} tags chosen`}
          actions={
            <Button icon={Merge} look="primary" isDisabled={readOnly} onPress={() => setAsking('merge')}>
              Merge them…
            </Button>
          }
        >
          {chosen.map(({ name }) => name).join(', ')}
        </EmptyState>
      ) : making ? (
        <EmptyState title="A new tag">
          Its name first, then Enter. What else is said of it comes next.
        </EmptyState>
      ) : first ? (
        <TagForm
          tag={first}
          readOnly={readOnly}
          begunKey={first.id === begun?.id ? begun.typed : null}
          onDelete={askDelete}
        />
      ) : (
        <EmptyState title="No tags">A tag says what a passage is. Make one to begin.</EmptyState>
      )}
      {asking === 'delete' && first && <DeleteTag tag={first} onEnd={() => setAsking(null)} />}
      {asking === 'merge' && (
        <MergeTags
          chosen={chosen}
          onEnd={(into) => {
            setAsking(null)
            if (into !== null) setPicked(new Set([into]))
          }}
        />
      )}
    </div>
  )
}

const mostFrames = 30

/** Gives a tag’s row the keyboard; that of one that was just made, or is out of sight, is drawn a moment later. */
async function focusRow(side: HTMLElement | null, id: TagId, closed: ReadonlySet<TagId>): Promise<void> {
  for (let frame = 0; frame < mostFrames; frame += 1) {
    const row = side?.querySelector<HTMLElement>(`[role="row"][data-key="${id}"]`)
    if (row) {
      row.focus()
      return
    }
    const tree = side?.querySelector<HTMLElement>('[role="treegrid"]')
    const { tags } = workbench.getState()
    const folded = tagsUnder(closed, tags)
    const at = tags.filter((tag) => !folded.has(tag.id)).findIndex((tag) => tag.id === id)
    if (tree && at >= 0) tree.scrollTop = (at + 1) * rowHeight - tree.clientHeight / 2
    await new Promise(requestAnimationFrame)
  }
}
