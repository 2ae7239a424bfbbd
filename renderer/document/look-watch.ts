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

/** Calls back when window or text have another size, after they were laid out and before they are painted. */
export function watchShape({ root, page }: Surface, changed: (isOtherWidth: boolean) => void): () => void {
  let width: number | undefined
  const observer = new ResizeObserver(() => {
    const isOtherWidth = width !== undefined && page.clientWidth !== width
    width = page.clientWidth
    changed(isOtherWidth)
  })
  observer.observe(page)
  observer.observe(root)
  return () => observer.disconnect()
}
