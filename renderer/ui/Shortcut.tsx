import { keyNames, keySpeech, keyText } from './keys.ts'
import './shortcut.css'

export interface ShortcutProps {
  /** In Electron’s notation, as `CmdOrCtrl+K`. */
  keys: string
  /** As one quiet word (menus), or each key as a cap (sheets, help). */
  look?: 'text' | 'caps'
}

/** A key or keys to press, named as the platform’s keyboard names them. */
export function Shortcut({ keys, look = 'text' }: ShortcutProps) {
  return (
    <span className="ui-shortcut" data-look={look}>
      <span className="ui-hidden">{keySpeech(keys)}</span>
      <span aria-hidden className="ui-shortcut-shown">
        {look === 'text' ? keyText(keys) : keyNames(keys).map((name) => <kbd key={name}>{name}</kbd>)}
      </span>
    </span>
  )
}
