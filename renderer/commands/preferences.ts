import type { Preferences } from '../../preload/contract/preferences.ts'
import { request } from '../client.ts'
import { workbench } from '../store/workbench.ts'

export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  workbench.setState({ preferences: await request('app.preferences', change) })
}
