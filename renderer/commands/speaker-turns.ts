import { turnBeside, turnsOf } from '../moving/outline.ts'
import { say } from '../store/notices.ts'
import { leavePlaceOn } from '../store/places.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'

/** Goes to the next or previous turn of whoever speaks at the caret, and says who that is. */
export function goToTurn(step: 1 | -1): void {
  const view = activeView()
  if (!view) return
  const beside = turnBeside(turnsOf(view.text), view.caret(), step)
  if (!beside) {
    say('This text has no speaker turns')
    return
  }
  const { speaker, turn, number, of } = beside
  if (!turn) {
    say(step > 0 ? `This is the last turn of ${speaker}` : `This is the first turn of ${speaker}`)
    return
  }
  leavePlaceOn(workbench.getState().activeSide)
  view.select({ start: turn.start, end: turn.start })
  view.reveal({ start: turn.start, end: turn.start }, { flash: true })
  view.focus()
  say(`${speaker}, turn ${number} of ${of}: “${turn.detail}”`)
}
