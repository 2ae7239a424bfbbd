let known: boolean | undefined

/**
 * Whether words are parted here at the ends of lines: Chromium takes its dictionaries from the system, and where that
 * has none it parts nothing. Tried once, on an English word in a box that is too narrow for it.
 */
export function canHyphenate(): boolean {
  known ??= heightOf('auto') > heightOf('manual')
  return known
}

function heightOf(hyphens: 'auto' | 'manual'): number {
  const box = document.createElement('div')
  box.lang = 'en'
  box.textContent = 'extraordinarily'
  Object.assign(box.style, { position: 'absolute', visibility: 'hidden', width: '6ch', hyphens })
  document.body.append(box)
  const { height } = box.getBoundingClientRect()
  box.remove()
  return height
}
