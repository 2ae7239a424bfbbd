import { changeSpeakersView } from '../../store/argument/speakers.ts'
import type { Between } from '../../store/argument/speakers-view.ts'

/** Shows the links behind a number; the list of them takes the keyboard. */
export function openBetween(between: Between): void {
  changeSpeakersView({ between, row: 'first' })
}
