import { CornerDownRight, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { noPassages } from '../../finding/find-passages.ts'
import { placeFrom, placeInWords } from '../../moving/place-in-words.ts'
import { say } from '../../store/notices.ts'
import { here } from '../../store/places.ts'
import { leave } from '../../store/reading/trail.ts'
import { viewOf } from '../../store/views.ts'
import { type PaneSide, useWorkbench, workbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import './go-to-bar.css'

const longestPreview = 90

/** Goes to a line, page, paragraph, share or offset of the text; the place is shown while it is typed. */
export function GoToBar({ side }: { side: PaneSide }) {
  const asked = useWorkbench((state) => (state.placing?.side === side ? state.placing.asked : 0))
  return asked > 0 && <Bar key={asked} side={side} />
}

function Bar({ side }: { side: PaneSide }) {
  const [words, setWords] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const view = viewOf(side)
  const [before] = useState(() => view?.readingPlace())
  useEffect(() => {
    field.current?.focus()
    return () => viewOf(side)?.setFound(noPassages, null)
  }, [side])

  const place = view ? placeFrom(words, view.text) : null
  const offset = place && 'offset' in place ? place.offset : null
  const problem = place && 'problem' in place ? place.problem : ''

  const type = (typed: string) => {
    setWords(typed)
    const next = view ? placeFrom(typed, view.text) : null
    if (!view || !next || !('offset' in next)) return
    const word = view.around(next.offset, 'word') ?? view.around(next.offset, 'character')
    view.setFound(
      word ? { start: Int32Array.of(word.start), end: Int32Array.of(word.end) } : noPassages,
      word ? 0 : null,
    )
    view.reveal({ start: next.offset, end: next.offset })
  }
  const close = () => {
    workbench.setState({ placing: null })
    view?.focus()
  }
  const stay = () => {
    if (before) view?.goTo(before)
    close()
  }
  const go = () => {
    if (!view || offset === null) {
      if (problem !== '') say(problem)
      return
    }
    // The text has moved while the place was typed.
    const left = here()
    if (left) leave({ ...left, top: before ?? left.top })
    close()
    view.select({ start: offset, end: offset })
    view.reveal({ start: offset, end: view.around(offset, 'word')?.end ?? offset }, { flash: true })
    say(placeInWords(view.text, offset))
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') stay()
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) go()
    else return
    event.preventDefault()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves from wherever in the bar the focus is
    <div className="go-to-bar" onKeyDown={press}>
      <div className="go-to-row">
        <Icon of={CornerDownRight} />
        <input
          ref={field}
          type="text"
          className="ui-input"
          data-own-focus
          aria-label="Go to a place in the text"
          aria-invalid={problem !== ''}
          aria-describedby="go-to-where"
          data-invalid={problem === '' ? undefined : true}
          autoComplete="off"
          spellCheck={false}
          placeholder="12 · page 3 · paragraph 4 · 50 % · offset 1200"
          value={words}
          onChange={(event) => type(event.target.value)}
        />
        <IconButton icon={X} label="Stay where I was" shortcut="Escape" onPress={stay} />
      </div>
      <p id="go-to-where" className="go-to-where" data-problem={problem !== ''}>
        {problem}
        {offset !== null && view && (
          <>
            {placeInWords(view.text, offset)}{' '}
            <q dir="auto">{preview(view.text.text, view.around(offset, 'word')?.start ?? offset)}</q>
          </>
        )}
        {place === null &&
          'A number alone counts lines, as an export of the plain text does. “Code point 1200” counts as Python does.'}
      </p>
    </div>
  )
}

function preview(text: string, offset: number): string {
  const words = text.slice(offset, offset + longestPreview).split('\n')[0] ?? ''
  return words.length === longestPreview ? `${words.trimEnd()}…` : words
}
