import { type KeyboardEvent, useRef, useState } from 'react'
import type { CommandId } from '../../../preload/contract/commands/index.ts'
import { addKey, titleIn } from '../../commands/change-keys.ts'
import { chordOf } from '../../commands/chord.ts'
import { say, showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { judgeKey, namesAKey, type Verdict } from './recordable.ts'

/** A button that listens: the next key pressed becomes one of the command’s. Escape and Tab leave it as it was. */
export function KeyRecorder({ id }: { id: CommandId }) {
  const button = useRef<HTMLButtonElement>(null)
  const [listens, setListens] = useState(false)
  const [heard, setHeard] = useState<{ chord: string; verdict: Verdict } | null>(null)
  const platform = useWorkbench((state) => state.platform)
  // The key that was recorded comes up again, and must not press the button.
  const swallow = useRef(false)

  const take = (chord: string) => {
    setHeard(null)
    setListens(false)
    addKey(id, chord).catch(showFailure)
    button.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (!listens) return
    if (event.key === 'Tab') return setListens(false)
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      setListens(false)
      setHeard(null)
      say('No key added')
      return
    }
    if (!namesAKey(event.nativeEvent)) return
    swallow.current = true
    const chord = chordOf(event.nativeEvent, platform === 'darwin')
    const { preferences, tags } = workbench.getState()
    const verdict = judgeKey(chord, id, preferences, tags)
    if (verdict.kind === 'free') {
      take(chord)
      if (verdict.note) setHeard({ chord, verdict })
      return
    }
    if (verdict.kind === 'taken') setListens(false)
    setHeard({ chord, verdict })
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        className="ui-button key-recorder"
        data-look="quiet"
        data-listens={listens || undefined}
        aria-label={listens ? `Press the new key of ${titleIn(id)}` : `Add a key to ${titleIn(id)}`}
        onClick={() => {
          setHeard(null)
          setListens(true)
        }}
        onBlur={() => setListens(false)}
        onKeyDown={press}
        onKeyUp={(event) => {
          if (swallow.current) event.preventDefault()
          swallow.current = false
        }}
      >
        {listens ? 'Press a key…' : 'Add a key'}
      </button>
      <div role="status" className="key-heard" hidden={heard === null}>
        {heard && words(heard.verdict)}
        {heard?.verdict.kind === 'taken' && (
          <span className="key-answers">
            <Button look="primary" autoFocus onPress={() => take(heard.chord)}>
              Take it over
            </Button>
            <Button
              onPress={() => {
                setHeard(null)
                button.current?.focus()
              }}
            >
              Leave it
            </Button>
          </span>
        )}
      </div>
    </>
  )
}

function words(verdict: Verdict): string {
  return verdict.kind === 'free' ? verdict.note : verdict.why
}
