import type { Locator } from '@playwright/test'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'

/** What a person sees and does in the codebook. */

export const codebook = (app: App): Locator => app.page.getByRole('dialog', { name: 'Codebook' })
export const tagBar = (app: App): Locator => app.page.getByRole('toolbar', { name: 'Tags to give' })
export const tree = (app: App): Locator => codebook(app).getByRole('treegrid', { name: 'Tags' })
export const row = (app: App, name: string): Locator =>
  tree(app).getByRole('row', { name: new RegExp(`^${name},`) })
export const rows = (app: App): Locator => tree(app).getByRole('row')

export const field = (app: App, name: RegExp | string): Locator =>
  codebook(app).getByRole('textbox', { name, exact: true }).last()

export async function openCodebook(app: App, tab: 'Tags' | 'Link types' = 'Tags'): Promise<void> {
  await press(app, 'Control+B')
  await codebook(app).getByRole('tab', { name: tab }).click()
}

export async function closeCodebook(app: App): Promise<void> {
  await codebook(app).getByRole('button', { name: 'Close' }).click()
  await expect(codebook(app)).toBeHidden()
}
