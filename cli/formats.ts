import { formats } from '../main/exchange/formats/index.ts'
import type { Terminal } from './terminal.ts'

export function listFormats(terminal: Terminal): void {
  for (const { name, title, reads, writes, endings, makes, cannotHold } of formats) {
    const directions = [reads && 'import', writes && 'export'].filter(Boolean).join(' and ')
    const form =
      makes === 'folder' ? 'a folder' : `a file (${endings.map((ending) => `.${ending}`).join(', ')})`
    terminal.say(`${name}: ${title}\n  ${directions}; ${form}\n  does not hold: ${cannotHold.join('; ')}`)
  }
  terminal.result(formats)
}
