import { RotateCcw, X } from 'lucide-react'
import { type CommandId, commands, type MenuName } from '../../../preload/contract/commands/index.ts'
import { keysOf } from '../../../preload/contract/commands/keys.ts'
import { removeKey, resetKeys, switchSingleKeys, titleIn } from '../../commands/change-keys.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { Switch } from '../../ui/Choices.tsx'
import { keyText } from '../../ui/keys.ts'
import { Shortcut } from '../../ui/Shortcut.tsx'
import { KeyRecorder } from './KeyRecorder.tsx'
import { allWordsIn } from './key-groups.ts'

const ids = Object.keys(commands) as CommandId[]
const menus = [...new Set(ids.map((id) => commands[id].menu))]

/** Every command with its keys, to be given others. Each change acts at once. */
export function KeyEditor({ words }: { words: string }) {
  const singleKeys = useWorkbench((state) => state.preferences.singleKeys)
  const isChanged = useWorkbench((state) => Object.keys(state.preferences.keys).length > 0)
  return (
    <div className="key-editor">
      <div className="key-editor-head">
        <Switch
          isSelected={singleKeys}
          onChange={(on) => switchSingleKeys(on).catch(showFailure)}
          description="Off: hold Alt with every letter or sign that is a key, those of tags too."
        >
          Single-key shortcuts
        </Switch>
        <Button isDisabled={!isChanged} onPress={() => resetKeys('all').catch(showFailure)}>
          Reset all keys
        </Button>
      </div>
      {menus.map((menu) => (
        <MenuKeys key={menu} menu={menu} words={words} />
      ))}
    </div>
  )
}

function MenuKeys({ menu, words }: { menu: MenuName; words: string }) {
  const shown = ids.filter(
    (id) => commands[id].menu === menu && allWordsIn(words, `${commands[id].title} ${menu}`),
  )
  if (shown.length === 0) return null
  return (
    <section className="shortcuts-group" aria-label={menu}>
      <h3>{menu}</h3>
      {shown.map((id) => (
        <CommandKeys key={id} id={id} />
      ))}
    </section>
  )
}

function CommandKeys({ id }: { id: CommandId }) {
  const choices = useWorkbench((state) => state.preferences)
  const isChanged = Object.hasOwn(choices.keys, id)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row
    <div role="group" className="key-row" aria-label={titleIn(id)}>
      <span className="key-title">{commands[id].title.replace(/…$/, '')}</span>
      <span className="key-caps">
        {keysOf(id, choices).map((key) => (
          <span key={key} className="key-cap">
            <Shortcut keys={key} look="caps" />
            <IconButton
              icon={X}
              label={`Remove ${keyText(key)} from ${titleIn(id)}`}
              onPress={() => removeKey(id, key).catch(showFailure)}
            />
          </span>
        ))}
      </span>
      <KeyRecorder id={id} />
      {isChanged && (
        <IconButton
          icon={RotateCcw}
          label={`Reset the keys of ${titleIn(id)}`}
          onPress={() => resetKeys(id).catch(showFailure)}
        />
      )}
    </div>
  )
}
