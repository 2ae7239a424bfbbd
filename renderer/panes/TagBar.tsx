import { BookOpenText } from 'lucide-react'
import { memo, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Tooltip as Card, Toolbar, TooltipTrigger } from 'react-aria-components'
import type { Tag } from '../../preload/contract/tag.ts'
import { annotateSelection } from '../commands/annotate-selection.ts'
import { useKey, useTagKey } from '../commands/key-choices.ts'
import { targetInWords, targetOf } from '../commands/passage-to-tag.ts'
import { runCommand } from '../commands/registry.ts'
import { countOf } from '../store/counting.ts'
import { showFailure } from '../store/notices.ts'
import { tagsAtHand } from '../store/reading/tags-at-hand.ts'
import { activeView } from '../store/views.ts'
import { useWorkbench } from '../store/workbench.ts'
import { Button } from '../ui/Button.tsx'
import { Shortcut } from '../ui/Shortcut.tsx'
import { TagSwatch } from '../ui/Tag.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { tellIfCut } from '../ui/tell-if-cut.ts'
import { saysMore, TagCard } from './TagCard.tsx'
import '../ui/tooltip.css'

/**
 * The codebook at hand: one press tags what is selected, else what the caret stands in. Of a large one the tags used
 * most, with the way to all. One stop for Tab; arrows move within.
 */
export function TagBar() {
  const tags = useWorkbench((state) => state.tags)
  const lastTag = useWorkbench((state) => state.lastTag)
  const atHand = useMemo(() => tagsAtHand(tags, lastTag), [tags, lastTag])
  const target = useWorkbench(targetOf)
  const key = useKey('annotation.tag')
  const codebookKey = useKey('codebook.open')
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const row = useRef<HTMLDivElement>(null)
  const further = tags.length - useInSight(row, atHand)
  return (
    <Toolbar
      className="tag-bar"
      aria-label="Tags to give"
      data-ready={(target === 'selection' || target === 'focused') && !readOnly}
    >
      <span className="tag-bar-target">{targetInWords[target]}</span>
      <div ref={row} className="tag-bar-tags">
        {atHand.map((tag) => (
          <TagButton key={tag.id} tag={tag} isDisabled={readOnly} />
        ))}
      </div>
      {further > 0 && (
        <Tooltip text={`${countOf(further, 'more tag')}…`} shortcut={key} placement="bottom">
          <Button
            look="quiet"
            className="tag-bar-more"
            isDisabled={readOnly}
            aria-label={`${countOf(further, 'more tag')}…`}
            onPress={() => runCommand('annotation.tag')}
          >
            +{further.toLocaleString('en')}
          </Button>
        </Tooltip>
      )}
      {atHand.length < tags.length && (
        <Button
          look="quiet"
          className="tag-bar-all"
          isDisabled={readOnly}
          onPress={() => runCommand('annotation.tag')}
        >
          All {tags.length.toLocaleString('en')} tags…
          {key && (
            <kbd className="tag-bar-key">
              <Shortcut keys={key} />
            </kbd>
          )}
        </Button>
      )}
      <Tooltip text="Codebook…" shortcut={codebookKey} placement="bottom">
        <Button look="quiet" icon={BookOpenText} onPress={() => runCommand('codebook.open')}>
          <span className="tag-bar-codebook">Codebook…</span>
        </Button>
      </Tooltip>
    </Toolbar>
  )
}

/** How many of the tags shown in a row can be seen without scrolling it; all of them before that is known. */
function useInSight(row: RefObject<HTMLElement | null>, shown: readonly Tag[]): number {
  const [inSight, setInSight] = useState(shown.length)
  useLayoutEffect(() => {
    const { current } = row
    if (!current) return
    const buttons = ([...current.children] as HTMLElement[]).slice(0, shown.length)
    const look = () => {
      const bottom = current.offsetTop + current.clientHeight
      setInSight(buttons.filter((one) => one.offsetTop + one.offsetHeight <= bottom + 1).length)
    }
    const watch = new ResizeObserver(look)
    for (const one of [current, ...buttons]) watch.observe(one)
    return () => watch.disconnect()
  }, [row, shown])
  return inSight
}

/** Stays as it is while the selection moves. */
const TagButton = memo(({ tag, isDisabled }: { tag: Tag; isDisabled: boolean }) => {
  const key = useTagKey(tag)
  const press = () => {
    annotateSelection(tag.id)
      .then(() => activeView()?.focus())
      .catch(showFailure)
  }
  const button = (
    <Button look="quiet" isDisabled={isDisabled} onPress={press}>
      <TagSwatch color={tag.color} />
      <span className="tag-bar-name" {...(!saysMore(tag) && { onPointerEnter: tellIfCut })}>
        {tag.name}
      </span>
      {key && (
        <kbd className="tag-bar-key">
          <Shortcut keys={key} />
        </kbd>
      )}
    </Button>
  )
  if (!saysMore(tag)) return button
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {button}
      <Card className="ui-tooltip tag-card-tip" placement="bottom start" offset={6}>
        <TagCard tag={tag} />
      </Card>
    </TooltipTrigger>
  )
})
