import type { CommandId } from '../preload/contract/commands/index.ts'
import type { App } from './app.ts'

/** An item of the application menu, as the system shows it; it lies outside the page. */
export const menuItem = (app: App, command: CommandId) =>
  app.electron.evaluate(({ Menu }, id) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(id)
    return item && { label: item.label, enabled: item.enabled, checked: item.checked }
  }, command)
