const shownForMs = 1200

/** Lets rectangles of the page light up once over the text. They are measured when the scrolling is done. */
export function flash(layer: HTMLElement, measure: () => DOMRect[]): void {
  requestAnimationFrame(() => {
    const origin = layer.getBoundingClientRect()
    const lights = measure().map(({ left, top, width, height }) => {
      const light = document.createElement('div')
      light.className = 'document-flash'
      light.style.cssText = `left: ${left - origin.left}px; top: ${top - origin.top}px; width: ${width}px; height: ${height}px`
      return light
    })
    layer.append(...lights)
    setTimeout(() => {
      for (const light of lights) light.remove()
    }, shownForMs)
  })
}
