/*
 * Shortcuts are written in Electron’s notation (`CmdOrCtrl+Shift+K`, `Alt+Left`, `?`) and shown as the keyboard of
 * the platform names them.
 */

const isMac = typeof navigator !== 'undefined' && navigator.platform.startsWith('Mac')

const onMac: Record<string, string> = {
  CmdOrCtrl: '⌘',
  Cmd: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
}

const onOthers: Record<string, string> = { CmdOrCtrl: 'Ctrl', Escape: 'Esc', Delete: 'Del' }

const everywhere: Record<string, string> = {
  Plus: '+',
  Left: '←',
  Right: '→',
  Up: '↑',
  Down: '↓',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Space: 'Space',
}

const spoken: Record<string, string> = {
  '⌘': 'Command',
  '⌃': 'Control',
  '⌥': 'Option',
  '⇧': 'Shift',
  '↩': 'Return',
  '⌫': 'Delete',
  '⌦': 'Forward Delete',
  '←': 'Left Arrow',
  '→': 'Right Arrow',
  '↑': 'Up Arrow',
  '↓': 'Down Arrow',
  '[': 'Left Bracket',
  ']': 'Right Bracket',
  '\\': 'Backslash',
  '?': 'Question Mark',
  ',': 'Comma',
  '+': 'Plus',
  '-': 'Minus',
  '=': 'Equals',
}

// The order in which macOS names them.
const macOrder = ['⌃', '⌥', '⇧', '⌘']

/** The names of the keys to press together, in the order the platform gives them. */
export function keyNames(shortcut: string, mac: boolean = isMac): string[] {
  // A final `+` is the plus key itself.
  const parts = shortcut.endsWith('++') ? [...shortcut.slice(0, -2).split('+'), 'Plus'] : shortcut.split('+')
  const names = parts.map((part) => (mac ? onMac[part] : onOthers[part]) ?? everywhere[part] ?? part)
  if (!mac) return names
  const rank = (name: string) => (macOrder.includes(name) ? macOrder.indexOf(name) : macOrder.length)
  return names.sort((a, b) => rank(a) - rank(b))
}

/** In one string, as menus and tooltips show it. */
export const keyText = (shortcut: string, mac: boolean = isMac): string =>
  keyNames(shortcut, mac).join(mac ? '' : '+')

/** In words, as a screen reader should say it. */
export const keySpeech = (shortcut: string, mac: boolean = isMac): string =>
  keyNames(shortcut, mac)
    .map((name) => spoken[name] ?? name)
    .join(' ')
