import { counted } from './tally.ts'

/** What to say of a text that has U+FFFD in it: letters were lost before it came to us. '' where it has none. */
export function lostLettersIn(text: string): string {
  if (!text.includes('\ufffd')) return ''
  const count = text.split('\ufffd').length - 1
  return `${counted(count, 'place')} of the text ${count === 1 ? 'reads' : 'read'} “\ufffd”: letters were lost before it came here.`
}
