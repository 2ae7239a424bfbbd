import { type Preferences, usualReading } from '../../preload/contract/preferences.ts'
import { request } from '../client.ts'
import { workbench } from '../store/workbench.ts'

export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  workbench.setState({ preferences: await request('app.preferences', change) })
}

/** One step larger or smaller, within what is allowed; 0 goes back to the usual size. */
export async function resizeText(step: 1 | 0 | -1): Promise<void> {
  const { textSize } = workbench.getState().preferences
  const wanted = step === 0 ? usualReading.textSize : Math.min(40, Math.max(12, textSize + step * 2))
  if (wanted !== textSize) await changePreferences({ textSize: wanted })
}
