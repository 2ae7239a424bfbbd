import type { DocumentId } from '../../preload/contract/ids.ts'
import { type Reading, type Theme, usualReading } from '../../preload/contract/preferences.ts'
import { say, sayChoice } from '../store/notices.ts'
import { readingOf, setOwnReading } from '../store/reading/reading.ts'
import { type PaneSide, workbench } from '../store/workbench.ts'
import { changePreferences } from './preferences.ts'
import { type Step, steps, stepsOf } from './reading-steps.ts'

/** Sets a text in another way: this one alone if it has settings of its own, else all. Says what it is now. */
export async function changeReading(documentId: DocumentId | null, change: Partial<Reading>): Promise<void> {
  const own = documentId === null ? undefined : workbench.getState().ownReading.get(documentId)
  if (documentId !== null && own) setOwnReading(documentId, { ...own, ...change })
  else await changePreferences(change)
  say(`${inWords(change)}${own ? ', for this text alone' : ''}`)
}

/** One step more or less of what can be measured; 0 goes back to what is usual. */
export async function stepReading(documentId: DocumentId | null, name: Step, by: 1 | 0 | -1): Promise<void> {
  const now = readingOf(documentId)[name]
  const wanted = by === 0 ? usualReading[name] : stepsOf(name, now)[by === 1 ? 'more' : 'less']
  if (wanted === now) say(`${steps[name].say(now)}${by === 0 ? '' : by === 1 ? ', the most' : ', the least'}`)
  else await changeReading(documentId, { [name]: wanted })
}

/** Says whether what is chosen from now on holds for this text alone. Taking that back sets it as all others. */
export function readAlone(documentId: DocumentId, alone: boolean): void {
  setOwnReading(documentId, alone ? {} : null)
  sayChoice(alone ? 'What you choose now holds for this text alone' : 'This text is set as all others again')
}

export async function resetReading(documentId: DocumentId | null): Promise<void> {
  const own = documentId !== null && workbench.getState().ownReading.has(documentId)
  if (own) setOwnReading(documentId, {})
  else await changePreferences(usualReading)
  say(own ? 'This text is set as all others, until you choose' : 'Reading settings are as usual')
}

export async function chooseTheme(theme: Theme): Promise<void> {
  await changePreferences({ theme })
  sayChoice(`Theme: ${themeNames[theme]}`)
}

const themeNames: Record<Theme, string> = {
  system: 'as the system',
  light: 'light',
  sepia: 'sepia',
  dark: 'dark',
  'contrast-light': 'high contrast, light',
  'contrast-dark': 'high contrast, dark',
}

export const fontNames: Record<Reading['font'], string> = {
  serif: 'Serif',
  sans: 'Sans',
  dyslexia: 'Dyslexic',
}

/** Shows the reading settings of the active pane, or puts them away. */
export function toggleReadingSettings(): void {
  const { readingSettings, activeSide } = workbench.getState()
  showReadingSettings(readingSettings === null ? activeSide : null)
}

export function showReadingSettings(side: PaneSide | null): void {
  workbench.setState({ readingSettings: side, drawer: null })
}

/** The document of the active pane. */
export function activeDocument(): DocumentId | null {
  const { panes, activeSide } = workbench.getState()
  return panes[activeSide]?.documentId ?? null
}

function inWords(change: Partial<Reading>): string {
  const parts = Object.entries(change).map(([name, value]) => {
    if (typeof value === 'number') return steps[name as Step].say(value)
    if (name === 'font') return `Font: ${fontNames[value as Reading['font']]}`
    if (name === 'justified') return value ? 'Lines justified' : 'Lines ragged'
    return value ? 'Words hyphenated' : 'Words not hyphenated'
  })
  return parts.join(', ')
}
