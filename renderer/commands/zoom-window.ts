import { sayChoice } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'
import { changePreferences } from './preferences.ts'

/** As browsers have them; 5 times is what the preferences allow. */
const factors = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5]

/** Makes everything in the window one step larger or smaller; 0 goes back to 100 %. */
export async function zoomWindow(by: 1 | 0 | -1): Promise<void> {
  const wanted = by === 0 ? 1 : nextZoom(workbench.getState().preferences.zoom, by)
  await changePreferences({ zoom: wanted })
  sayChoice(`Window at ${Math.round(wanted * 100)} %`)
}

export function nextZoom(now: number, by: 1 | -1): number {
  const beyond =
    by > 0 ? factors.find((one) => one > now + 0.005) : factors.findLast((one) => one < now - 0.005)
  return beyond ?? now
}
