/** Calls it each time the size of an element has changed, not for the size it begins with. Returns how to stop. */
export function followSize(element: Element, changed: () => void): () => void {
  // An observer always tells of the size it finds first.
  let isFirst = true
  const observer = new ResizeObserver(() => {
    if (!isFirst) changed()
    isFirst = false
  })
  observer.observe(element)
  return () => observer.disconnect()
}
