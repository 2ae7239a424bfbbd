/** Calls back when colours or shapes of the page may be others: theme, system theme, contrast, size of type, fonts. */
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
    document.fonts.removeEventListener('loadingdone', changed)
    for (const query of queries) query.removeEventListener('change', changed)
  }
}
