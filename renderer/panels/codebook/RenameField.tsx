import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Tag } from '../../../preload/contract/tag.ts'
import { changeTag } from '../../commands/edit-codebook.ts'
import { showFailure } from '../../store/notices.ts'

export interface RenameFieldProps {
  tag: Tag
  /** The element that holds the tree; the field lies over the name in the tag’s row. */
  frame: RefObject<HTMLElement | null>
  onEnd: () => void
}

/** The name of a tag, typed in its row. Enter keeps it, Escape leaves it as it was. */
export function RenameField({ tag, frame, onEnd }: RenameFieldProps) {
  const [name, setName] = useState(tag.name)
  const [place, setPlace] = useState<{ top: number; left: number; width: number; height: number }>()
  const input = useRef<HTMLInputElement>(null)
  const ended = useRef(false)

  useLayoutEffect(() => {
    const row = frame.current?.querySelector(`[role="row"][data-key="${tag.id}"]`)
    const words = row?.querySelector('.codebook-tag-name')
    if (!frame.current || !row || !words) return onEnd()
    row.scrollIntoView({ block: 'nearest' })
    const outer = frame.current.getBoundingClientRect()
    const { top, height } = row.getBoundingClientRect()
    const { left, right } = words.getBoundingClientRect()
    setPlace({ top: top - outer.top, left: left - outer.left - 6, width: right - left + 8, height })
  }, [frame, tag.id, onEnd])

  useLayoutEffect(() => {
    if (place) input.current?.select()
  }, [place])

  const end = (keep: boolean) => {
    if (ended.current) return
    ended.current = true
    if (keep && name.trim() !== '' && name.trim() !== tag.name)
      changeTag(tag.id, { name: name.trim() }).catch(showFailure)
    onEnd()
  }
  const press = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    end(event.key === 'Enter')
    frame.current?.querySelector<HTMLElement>(`[role="row"][data-key="${tag.id}"]`)?.focus()
  }
  if (!place) return null
  return (
    <input
      ref={input}
      aria-label="Name"
      className="ui-input tag-rename"
      data-own-focus
      // biome-ignore lint/a11y/noAutofocus: it was asked for in order to type
      autoFocus
      maxLength={200}
      spellCheck={false}
      style={place}
      value={name}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={press}
      onBlur={() => end(true)}
    />
  )
}
