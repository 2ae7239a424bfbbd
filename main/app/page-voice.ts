import type { Event } from '../../preload/contract/events.ts'

/**
 * Passes events on to the page. A page that is not there yet, or is being drawn anew, asks for everything when it
 * comes; of what happened before it only hears what it could not ask for.
 */
export function pageVoice(send: (event: Event) => void) {
  let listening = false
  let kept: Event[] = []

  return {
    tell(event: Event): void {
      if (listening) send(event)
      else if (event.type === 'recovered' || event.type === 'refused') kept.push(event)
    },
    pageReady(): void {
      listening = true
      for (const event of kept) send(event)
      kept = []
    },
    pageGone(): void {
      listening = false
    },
  }
}
