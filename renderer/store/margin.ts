import { type MarginShown, workbench } from './workbench.ts'

export function setMargin(change: Partial<MarginShown>): void {
  workbench.setState(({ margin }) => ({ margin: { ...margin, ...change } }))
}

/** Sends the keyboard to the card of the annotation in focus; the margin comes up for it where it is off. */
export function goToCard(): void {
  const { focused } = workbench.getState()
  if (!focused) return
  setMargin({ on: true })
  workbench.setState({ cardWanted: { side: focused.side, id: focused.annotation.id } })
}
