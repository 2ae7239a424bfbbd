/** A key press in the notation of the command table: modifiers in a fixed order, then the key. */
export function chordOf(event: KeyboardEvent, mac: boolean): string {
  const command = mac ? event.metaKey : event.ctrlKey
  // On a Mac, Option makes another sign of a letter.
  const isOption = mac && event.altKey && /^(Key|Digit)/.test(event.code)
  const key = isOption ? event.code.slice(-1) : nameOf(event.key)
  const sign = !isOption && event.key.length === 1 && event.key.toLowerCase() === event.key.toUpperCase()
  return [
    command && 'CmdOrCtrl',
    mac && event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && !sign && 'Shift',
    key,
  ]
    .filter(Boolean)
    .join('+')
}

function nameOf(key: string): string {
  const arrows: Record<string, string> = {
    ArrowLeft: 'Left',
    ArrowRight: 'Right',
    ArrowUp: 'Up',
    ArrowDown: 'Down',
    '+': 'Plus',
    ' ': 'Space',
  }
  return arrows[key] ?? (key.length === 1 ? key.toUpperCase() : key)
}
