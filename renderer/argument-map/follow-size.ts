/** Calls it each time an element is no longer as large as it was before, at first at this call. Returns how to stop. */
export function followSize(element: Element, changed: () => void): () => void {
  let known = sizeOf(element)
  // An observer tells of the size it finds first, which may be another already: it looks when the next frame is drawn.
  const observer = new ResizeObserver(() => {
    const size = sizeOf(element)
    if (size === known) return
    known = size
    changed()
  })
  observer.observe(element)
  return () => observer.disconnect()
}

function sizeOf(element: Element): string {
  const { width, height } = element.getBoundingClientRect()
  return `${width} ${height}`
}
