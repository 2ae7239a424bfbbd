import type { Preferences, Reading } from '../../preload/contract/preferences.ts'
import { readingStyle } from './reading-style.ts'

/**
 * Shows the window as chosen. `system` follows the desktop, also when that changes later, and takes high contrast
 * where the desktop asks for it.
 */
export function applyAppearance({ theme, ...reading }: Pick<Preferences, 'theme' | keyof Reading>): void {
  const root = document.documentElement
  const shown = theme === 'system' && wantsContrast.matches ? 'contrast' : theme
  if (shown === 'system') delete root.dataset.theme
  else root.dataset.theme = shown
  for (const [name, value] of Object.entries(readingStyle(reading))) root.style.setProperty(name, value)
}

const wantsContrast = matchMedia('(prefers-contrast: more)')

/** Calls back when the desktop asks for more contrast, or no longer does. */
export function followContrast(changed: () => void): void {
  wantsContrast.addEventListener('change', changed)
}
