import { type KeyboardEvent, useEffect, useState } from 'react'
import { type FoundExtent, passagesFor, tagFound } from '../../commands/tag-found.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { closeDialog } from '../../store/screen.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import './tag-found.css'

const extents: readonly { id: FoundExtent; title: string }[] = [
  { id: 'hit', title: 'What was found' },
  { id: 'sentence', title: 'The sentence around it' },
]

/** Tags the hit that stands out, or all hits: one key, or one press, says with which tag. */
export function TagFound({ which }: { which: 'this' | 'all' }) {
  const tags = useWorkbench((state) => state.tags)
  const [extent, setExtent] = useState<FoundExtent>('hit')
  const count = useCount(which, extent)
  const choose = (id: (typeof tags)[number]['id']) => {
    tagFound(which, extent, id).catch(showFailure)
    closeDialog()
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const tag = tags.find(({ key }) => key !== '' && key.toLowerCase() === event.key.toLowerCase())
    if (!tag) return
    event.preventDefault()
    choose(tag.id)
  }
  const title =
    which === 'this' ? 'Tag this hit as' : `Tag ${count === null ? 'all hits' : countOf(count, 'passage')} as`
  return (
    <Dialog title={title} description="One step, which can be undone as one." onClose={closeDialog}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: tag keys work wherever in the dialog the focus is */}
      <div className="tag-found" onKeyDown={press}>
        <Segmented label="What is tagged" options={extents} value={extent} onChange={setExtent} />
        {tags.length === 0 && (
          <p className="tag-found-none">There is no tag yet; the codebook is where they are made.</p>
        )}
        <ul className="tag-found-tags" aria-label="Tags">
          {tags.map((tag, index) => (
            <li key={tag.id}>
              <button
                type="button"
                // biome-ignore lint/a11y/noAutofocus: the dialog asks one question; its first answer has the focus
                autoFocus={index === 0}
                className="tag-found-tag tag-colored"
                style={tagColor(tag.color)}
                onClick={() => choose(tag.id)}
              >
                <span>{tag.name}</span>
                {tag.key !== '' && <kbd>{tag.key.toUpperCase()}</kbd>}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

/** How many passages would be tagged; null while that is not known. */
function useCount(which: 'this' | 'all', extent: FoundExtent): number | null {
  const [count, setCount] = useState<number | null>(null)
  useEffect(() => {
    let wanted = true
    passagesFor(which, extent)
      .then((passages) => wanted && setCount(passages?.start.length ?? null))
      .catch(showFailure)
    return () => {
      wanted = false
    }
  }, [which, extent])
  return count
}
