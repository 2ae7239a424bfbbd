import { say } from '../notices.ts'
import { type MarginShown, workbench } from '../workbench.ts'

/** Says what is shown in the margin then. */
export function setMargin(change: Partial<MarginShown>): void {
  workbench.setState(({ margin }) => ({ margin: { ...margin, ...change } }))
  const { on, notes, links } = workbench.getState().margin
  const shown = [notes && 'notes', links && 'links'].filter(Boolean).join(' and ')
  say(on ? `Margin shown, ${shown ? `with ${shown}` : 'empty'}` : 'Margin hidden')
}

/** Sends the keyboard to the card of the annotation in focus; the margin comes up for it where it is off. */
export function goToCard(): void {
  const { focused } = workbench.getState()
  if (!focused) return
  if (!workbench.getState().margin.on) setMargin({ on: true })
  workbench.setState({ cardWanted: { side: focused.side, id: focused.annotation.id } })
}
