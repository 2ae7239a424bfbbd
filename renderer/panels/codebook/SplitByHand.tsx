import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { AnnotationHit } from '../../../preload/contract/annotation.ts'
import type { AnnotationId, TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { request } from '../../client.ts'
import { splitTag } from '../../commands/edit-codebook.ts'
import { useAnswer } from '../../store/argument/use-answer.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import type { Choice } from '../../ui/choice.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { Select } from '../../ui/Select.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { tagChoice } from '../choosing/tag-choice.tsx'
import { countsOf, goOn, type HandTarget, handParts } from './split-by-hand.ts'

export interface SplitByHandProps {
  tag: Tag
  place: 'under' | 'beside'
  head: ReactNode
  onEnd: () => void
}

/** Walks through the annotations of a tag; a key for each says which tag it gets. Nothing changes before the end. */
export function SplitByHand({ tag, place, head, onEnd }: SplitByHandProps) {
  const tags = useWorkbench((state) => state.tags)
  const ids = useAnswer(String(tag.id), () => request('tag.annotationIds', { id: tag.id }))
  const [targets, setTargets] = useState<HandTarget[]>([{ name: `${tag.name} A` }, { name: `${tag.name} B` }])
  const [given, setGiven] = useState<ReadonlyMap<AnnotationId, number>>(new Map())
  const [at, setAt] = useState(0)
  const board = useRef<HTMLDivElement>(null)
  const hit = useHit(ids?.[at])
  const counts = countsOf(given, targets.length)
  const parts = handParts(given, targets)
  const splitting = { id: tag.id, by: null, parts, place }

  const isThere = ids !== undefined
  useEffect(() => {
    if (isThere) board.current?.focus()
  }, [isThere])

  if (!ids) return null
  const give = (to: number) => {
    const id = ids[at]
    if (id === undefined || to > targets.length) return
    setGiven(new Map([...given, [id, to]]))
    setAt(goOn(at, ids.length))
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== board.current || event.ctrlKey || event.metaKey || event.altKey) return
    if (/^[0-9]$/.test(event.key)) give(Number(event.key))
    else if (event.key === 'ArrowLeft' || event.key === 'Backspace') setAt(Math.max(0, at - 1))
    else if (event.key === 'ArrowRight') setAt(goOn(at, ids.length))
    else return
    event.preventDefault()
  }
  const change = (index: number, to: HandTarget) =>
    setTargets(targets.map((one, i) => (i === index ? to : one)))
  const remove = (index: number) => {
    setTargets(targets.filter((_, i) => i !== index))
    const left = [...given].flatMap(([id, to]): [AnnotationId, number][] =>
      to === index + 1 ? [] : [[id, to > index + 1 ? to - 1 : to]],
    )
    setGiven(new Map(left))
  }
  const current = given.get(ids[at]!)
  return (
    <Dialog
      title={`Split ${tag.name}`}
      width="large"
      onClose={onEnd}
      footer={
        <>
          <span className="ui-dialog-aside" aria-live="polite">
            {parts.length === 0
              ? 'Press the number of a tag for each passage.'
              : `${countOf(
                  parts.reduce((sum, part) => sum + part.ids.length, 0),
                  'annotation',
                )} will change. One step.`}
          </span>
          <Button onPress={onEnd}>Cancel</Button>
          <Button
            look="primary"
            isDisabled={parts.length === 0}
            onPress={() => splitTag(splitting).then(onEnd, showFailure)}
          >
            Split
          </Button>
        </>
      }
    >
      {head}
      <div
        ref={board}
        role="application"
        aria-label={`Annotation ${at + 1} of ${ids.length}`}
        className="split-board"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the number keys
        tabIndex={0}
        onKeyDown={press}
      >
        <p className="codebook-quiet">
          {at + 1} of {ids.length}
          {hit && ` · ${hit.documentTitle}`}
        </p>
        <blockquote dir="auto" className="split-quote" aria-live="polite">
          {hit?.quote.join(' … ')}
        </blockquote>
        <p className="codebook-quiet">
          <Shortcut keys="0" /> stays {tag.name} · <Shortcut keys="Left" /> back · <Shortcut keys="Right" />{' '}
          on
        </p>
        <ProgressBar label="Looked at" value={given.size} max={ids.length} />
      </div>
      <ol className="codebook-groups">
        {targets.map((target, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the number is what it is known by
          <li key={index} className="split-target" data-current={current === index + 1}>
            <Button look="quiet" aria-label={`Give it tag ${index + 1}`} onPress={() => give(index + 1)}>
              <Shortcut keys={String(index + 1)} />
            </Button>
            <TargetField
              target={target}
              tag={tag}
              tags={tags}
              number={index + 1}
              onChange={(to) => change(index, to)}
            />
            <span className="codebook-quiet">{countOf(counts[index + 1] ?? 0, 'annotation')}</span>
            <IconButton icon={X} label={`Remove tag ${index + 1}`} onPress={() => remove(index)} />
          </li>
        ))}
      </ol>
      {targets.length < 9 && (
        <Button
          look="quiet"
          icon={Plus}
          onPress={() => setTargets([...targets, { name: `${tag.name} ${'ABCDEFGHI'[targets.length]}` }])}
        >
          Another tag
        </Button>
      )}
    </Dialog>
  )
}

interface TargetFieldProps {
  target: HandTarget
  tag: Tag
  tags: readonly Tag[]
  number: number
  onChange: (target: HandTarget) => void
}

function TargetField({ target, tag, tags, number, onChange }: TargetFieldProps) {
  const choices: Choice<number>[] = [
    { id: 0, title: 'A new tag' },
    ...tags.filter(({ id }) => id !== tag.id).map(tagChoice),
  ]
  return (
    <>
      <Select
        aria-label={`Tag ${number}`}
        choices={choices}
        value={'tagId' in target ? (target.tagId as number) : 0}
        onChange={(id) => onChange(id === 0 ? { name: tag.name } : { tagId: id as TagId })}
      />
      {'name' in target && (
        <TextField
          aria-label={`Name of new tag ${number}`}
          value={target.name}
          onChange={(name) => onChange({ name })}
        />
      )}
    </>
  )
}

/** The words of an annotation; the one before stays until they have come. */
function useHit(id: AnnotationId | undefined): AnnotationHit | undefined {
  const [hit, setHit] = useState<AnnotationHit>()
  useEffect(() => {
    if (id === undefined) return
    let wanted = true
    request('link.describe', { ends: [{ annotation: id }] })
      .then(([end]) => wanted && end?.kind === 'annotation' && setHit(end.annotation))
      .catch(showFailure)
    return () => {
      wanted = false
    }
  }, [id])
  return hit
}
