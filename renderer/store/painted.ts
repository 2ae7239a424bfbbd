const mostMs = 100

/**
 * Settles when the next frame has been painted: what the text shows comes first, the rest of the window follows. A
 * window out of sight paints nothing and does not keep anybody waiting for long.
 */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, mostMs)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        clearTimeout(timer)
        port1.close()
        resolve()
      }
      port2.postMessage(null)
    })
  })
}
