import { request } from '../client.ts'
import { showFailure } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'
import { actions, canRun, commandIds } from './registry.ts'

/** Keeps the application menu’s enabled and checked commands the same as the window’s. Returns a function that ends it. */
export function followMenu(): () => void {
  let last = ''
  const tell = () => {
    const state = workbench.getState()
    const enabled = commandIds.filter(
      (id) => canRun(id, state) && (state.dialog === null || id !== 'link.drop'),
    )
    const checked = commandIds.filter((id) => actions[id].checked?.(state))
    const menu = JSON.stringify({ enabled, checked })
    if (menu === last) return
    last = menu
    request('app.menu', { enabled, checked }).catch(showFailure)
  }
  let asked = false
  const end = workbench.subscribe(() => {
    if (asked) return
    asked = true
    setTimeout(() => {
      asked = false
      tell()
    }, 50)
  })
  tell()
  return end
}
