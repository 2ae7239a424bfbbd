const mostMs = 100

let next: Promise<void> | null = null

/**
 * Settles when the next frame has been painted: what the text shows comes first, the rest of the window follows, all
 * of it together. A window out of sight paints nothing and does not keep anybody waiting for long.
 */
export function painted(): Promise<void> {
  next ??= new Promise<void>((resolve) => {
    const end = () => {
      next = null
      resolve()
    }
    const timer = setTimeout(end, mostMs)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      let hasFrameEnded = false
      port1.onmessage = () => {
        // Asked for in the frame this would come before what arrived while it was drawn: the word that a change is kept.
        if (!hasFrameEnded) {
          hasFrameEnded = true
          port2.postMessage(null)
          return
        }
        clearTimeout(timer)
        port1.close()
        end()
      }
      port2.postMessage(null)
    })
  })
  return next
}

let waiting: Set<() => void> | null = null

/** From now until the next frame has been painted, the panels wait: a text shows what has changed before they do. */
export function textFirst(): void {
  if (waiting) return
  waiting = new Set()
  painted().then(() => {
    const followers = waiting ?? []
    waiting = null
    for (const follow of followers) follow()
  })
}

/**
 * What to call instead of `follow`, and what ends it: the same, only not before the text where that comes first. What
 * a person does this moment is followed at once; else a field would take back the letter that was typed.
 */
export function afterText(follow: () => void): { follow: () => void; end: () => void } {
  return {
    follow() {
      if (waiting && !isByPerson()) waiting.add(follow)
      else follow()
    },
    end: () => void waiting?.delete(follow),
  }
}

/** Whether this is done by a key or a pointer, within its event. */
function isByPerson(): boolean {
  const { event } = globalThis
  return event !== undefined && 'view' in event
}
