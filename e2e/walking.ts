import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { clickWords, inspector, openDocument } from './reading.ts'
import { importRebuttedClaim, tag } from './seeding.ts'
import { statement } from './tram-dispute.ts'

/** What the walks through the window and its dialogs begin with, and take on the way. */

export const claim = 'nobody will lose a garden'
export const dialog = (app: App) => app.page.getByRole('dialog').last()

/** Chooses a command by its name, as one who does not know its key. */
export async function command(app: App, name: string): Promise<void> {
  await press(app, 'Control+K')
  await app.page.getByRole('combobox', { name: 'Command palette' }).fill(name)
  await press(app, 'Enter')
}

export async function seed(app: App): Promise<void> {
  await importRebuttedClaim(app)
  await tag(app, 'Noise will fall by half. Nobody will lose a home')
  await openDocument(app, statement.title)
}

export async function focusClaim(app: App): Promise<void> {
  await clickWords(app, 'lose a garden')
  await expect(inspector(app).getByRole('blockquote')).toHaveText(claim)
}

export async function closeDialog(app: App): Promise<void> {
  await press(app, 'Escape')
  await expect(dialog(app)).toBeHidden()
}
