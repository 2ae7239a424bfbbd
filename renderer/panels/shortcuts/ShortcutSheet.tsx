import { useMemo, useState } from 'react'
import { useWorkbench } from '../../store/workbench.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { SearchField } from '../../ui/TextField.tsx'
import { KeyEditor } from './KeyEditor.tsx'
import { type KeyGroup, keyGroups, narrow } from './key-groups.ts'
import './shortcuts.css'

/** Every key there is: those of the commands by menu, those of reading, and the codebook’s own. */
export function ShortcutSheet({ editing, onClose }: { editing: boolean; onClose: () => void }) {
  const [edits, setEdits] = useState(editing)
  const tags = useWorkbench((state) => state.tags)
  const choices = useWorkbench((state) => state.preferences)
  const [words, setWords] = useState('')
  const groups = useMemo(() => narrow(keyGroups(tags, choices), words), [tags, choices, words])
  return (
    <Dialog
      title="Keyboard shortcuts"
      width="large"
      isOnlyRead={!edits}
      onClose={onClose}
      footer={
        <>
          <Button onPress={() => setEdits(!edits)}>{edits ? 'Show all keys' : 'Change keys…'}</Button>
          <Button look="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="shortcuts">
        <SearchField
          aria-label="Filter shortcuts"
          placeholder="Filter"
          autoFocus
          value={words}
          onChange={setWords}
        />
        {edits ? (
          <KeyEditor words={words} />
        ) : (
          <div className="shortcuts-groups">
            {groups.map((group) => (
              <Group key={group.title} {...group} />
            ))}
          </div>
        )}
        {!edits && groups.length === 0 && <p className="shortcuts-none">No shortcut of that name.</p>}
      </div>
    </Dialog>
  )
}

function Group({ title, rows }: KeyGroup) {
  return (
    <section className="shortcuts-group" aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {rows.map(({ does, keys }) => (
          <div key={does} className="shortcuts-row">
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <KeyOf key={key.text} {...key} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function KeyOf({ text, isWords }: { text: string; isWords: boolean }) {
  return isWords ? <span>{text}</span> : <Shortcut keys={text} look="caps" />
}
