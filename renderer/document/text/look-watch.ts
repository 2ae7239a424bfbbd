import type { Surface } from './surface.ts'

/** Calls back when colours or letters of the page may be others: theme, contrast, size of type, fonts. */
export function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed)
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['class', 'style', 'data-theme'],
  })
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'].map(
    (query) => matchMedia(query),
  )
  for (const query of queries) query.addEventListener('change', changed)
  document.fonts.addEventListener('loadingdone', changed)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', changed)
    document.fonts.removeEventListener('loadingdone', changed)
  }
}

/** Calls back before the page is put on paper, for what is not in the window, and when it is the window’s again. */
export function watchPrinting(begins: () => void, ended: () => void): () => void {
  window.addEventListener('beforeprint', begins)
  window.addEventListener('afterprint', ended)
  return () => {
    window.removeEventListener('beforeprint', begins)
    window.removeEventListener('afterprint', ended)
  }
}

/**
 * Calls back when window or text have another size, after they were laid out and before they are painted.
 * `isSetAnew`: the lines are others, since the text has another width or is set in another way.
 */
export function watchShape({ root, page }: Surface, changed: (isSetAnew: boolean) => void): () => void {
  let setting: string | undefined
  const observer = new ResizeObserver(() => {
    const now = settingOf(root, page)
    const isSetAnew = setting !== undefined && now !== setting
    setting = now
    changed(isSetAnew)
  })
  // A font that came late for the letters that were drawn without it.
  const fontsCame = ({ fontfaces }: FontFaceSetLoadEvent) => {
    const families = getComputedStyle(root).fontFamily
    if (fontfaces.some(({ family }) => families.includes(family.replaceAll('"', '')))) changed(true)
  }
  observer.observe(page)
  observer.observe(root)
  document.fonts.addEventListener('loadingdone', fontsCame)
  return () => {
    observer.disconnect()
    document.fonts.removeEventListener('loadingdone', fontsCame)
  }
}

/** What the breaking of lines and the space between them hang on. */
function settingOf(root: HTMLElement, page: HTMLElement): string {
  const style = getComputedStyle(root)
  const own = ['--reading-measure', '--reading-gap', '--reading-align', '--reading-hyphens']
  return [
    page.clientWidth,
    style.fontFamily,
    style.fontSize,
    style.lineHeight,
    ...own.map((name) => style.getPropertyValue(name)),
  ].join('|')
}
