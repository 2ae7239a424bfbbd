import type { Preferences } from '../../preload/contract/preferences.ts'
import { request } from '../client.ts'
import { workbench } from '../store/workbench.ts'

let latest = 0

/** Holds at once, so that the next key goes on from it; what main made of it comes after. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  latest += 1
  const call = latest
  const before = workbench.getState().preferences
  workbench.setState({ preferences: { ...before, ...change } })
  try {
    const preferences = await request('app.preferences', change)
    if (call === latest) workbench.setState({ preferences })
  } catch (failure) {
    if (call === latest) workbench.setState({ preferences: before })
    throw failure
  }
}
