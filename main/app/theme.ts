import type { Theme } from '../../preload/contract/preferences.ts'

/** Which of its own looks the system gives menus and dialogs. */
export function sourceOf(theme: Theme): 'system' | 'light' | 'dark' {
  switch (theme) {
    case 'system':
      return 'system'
    case 'dark':
    case 'contrast-dark':
      return 'dark'
    default:
      return 'light'
  }
}

/** The page’s own background, so that nothing flashes before it is drawn (theme/tokens.css has the same). */
export function paperOf(theme: Theme, isDark: boolean): string {
  switch (theme) {
    case 'sepia':
      return '#f3e7d0'
    case 'contrast-light':
      return '#ffffff'
    case 'contrast-dark':
      return '#000000'
    default:
      return isDark ? '#1c1b19' : '#fbf9f4'
  }
}
