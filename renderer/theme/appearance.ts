export type Theme = 'system' | 'light' | 'dark'

/** What a person has chosen. `textSize`: the reading text, in CSS pixels. */
export interface Appearance {
  theme: Theme
  textSize: number
}

/** Shows the window as chosen. `system` follows the desktop, also when that changes later. */
export function applyAppearance({ theme, textSize }: Appearance): void {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  root.style.setProperty('--reading-size', `${textSize}px`)
}
