import { Check } from 'lucide-react'
import { useMemo, useState } from 'react'
import { commands } from '../../../preload/contract/commands/index.ts'
import { keyOfTag } from '../../../preload/contract/commands/keys.ts'
import { annotateSelection } from '../../commands/annotate-selection.ts'
import { useKeyOf } from '../../commands/key-choices.ts'
import { runCommand } from '../../commands/registry.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { openDocument, otherSide } from '../../store/places.ts'
import { closeDialog } from '../../store/screen.ts'
import { withDots } from '../../store/with-dots.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { Picker } from '../../ui/Picker.tsx'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'
import { type PaletteItem, paletteItems } from './palette-items.ts'
import './palette.css'

/** Every command, found by a few letters of its name; tags and documents behind them. */
export function CommandPalette() {
  // What can be done is settled when it opens: the palette itself changes nothing.
  const [state] = useState(() => ({ ...workbench.getState(), dialog: null }))
  const [words, setWords] = useState('')
  const items = useMemo(() => paletteItems(words, state), [words, state])
  return (
    <Picker
      label="Command palette"
      placeholder="A command, a tag or a document"
      empty={`No command, tag or document has “${words.trim()}”, nor its letters in this order.`}
      words={words}
      onWords={setWords}
      items={items}
      onPick={pick}
      onClose={closeDialog}
      hint={<Hint isDocument={items[0]?.kind === 'document'} />}
    >
      {(item) => <PaletteRow item={item} />}
    </Picker>
  )
}

function pick(item: PaletteItem, other: boolean): void {
  closeDialog()
  const { activeSide } = workbench.getState()
  switch (item.kind) {
    case 'command':
      runCommand(item.command)
      break
    case 'tag':
      annotateSelection(item.tag.id).catch(showFailure)
      break
    case 'document':
      openDocument(item.document.id, other ? otherSide(activeSide) : activeSide).catch(showFailure)
  }
}

function PaletteRow({ item }: { item: PaletteItem }) {
  const choices = useWorkbench((state) => state.preferences)
  const keyOf = useKeyOf()
  switch (item.kind) {
    case 'command': {
      const { menu } = commands[item.command]
      const key = keyOf(item.command)
      return (
        <>
          <span className="palette-group">{menu}</span>
          <Fitting text={item.title} at={item.at} />
          {item.whyNot !== '' && <span className="palette-detail">{item.whyNot}</span>}
          {item.isChecked && <Icon of={Check} label="On" />}
          {key && <Shortcut keys={key} />}
        </>
      )
    }
    case 'tag': {
      const tagKey = keyOfTag(item.tag, choices)
      return (
        <>
          <span className="palette-group">Tag</span>
          <TagSwatch color={item.tag.color} />
          <Fitting text={item.title} at={item.at} />
          {tagKey && <Shortcut keys={tagKey} />}
        </>
      )
    }
    case 'document':
      return (
        <>
          <span className="palette-group">Document</span>
          <span className="palette-title">{item.title}</span>
          <span className="palette-detail">
            {withDots([item.document.outlet, dateInWords(item.document.date)])}
          </span>
        </>
      )
  }
}

/** A title with the letters that were typed set off. `at` are code units. */
function Fitting({ text, at }: { text: string; at: readonly number[] }) {
  const lit = new Set(at)
  const letters = [...text.matchAll(/./gsu)]
  return (
    <span className="palette-title">
      {letters.map(({ 0: letter, index }) => (lit.has(index) ? <b key={index}>{letter}</b> : letter))}
    </span>
  )
}

function Hint({ isDocument }: { isDocument: boolean }) {
  return (
    <>
      <span>
        <Shortcut keys="Up" /> <Shortcut keys="Down" /> move
      </span>
      <span>
        <Shortcut keys="Enter" /> {isDocument ? 'opens' : 'does it'}
      </span>
      {isDocument && (
        <span>
          <Shortcut keys="CmdOrCtrl+Enter" /> opens beside
        </span>
      )}
      <span>
        <Shortcut keys="Escape" /> leaves
      </span>
    </>
  )
}
