import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect } from './app.ts'
import { commandLine } from './command-line.ts'
import { chooseByKey, press } from './keyboard.ts'
import { importRebuttedClaim } from './seeding.ts'
import { test } from './story.ts'
import { answer } from './tram-dispute.ts'

const dialog = (app: App) => app.page.getByRole('dialog')
const field = (app: App, name: string | RegExp) => dialog(app).getByRole('textbox', { name })

test('a dataset is published from the dialog, by keys, with one text withheld, and its check finds a changed byte', async ({
  app,
}) => {
  await importRebuttedClaim(app)
  const target = join(app.folder, 'tram dataset')
  await app.savesTo(target)
  await press(app, 'Control+E')
  await chooseByKey(app, dialog(app).getByRole('button', { name: /^Format|Format$/ }), 'Dataset to')

  await dialog(app).getByRole('radio', { name: 'All go out' }).focus()
  await app.page.keyboard.press('ArrowDown')
  await expect(dialog(app)).toContainText('texts that are withheld2')
  await app.page.keyboard.press('ArrowDown')
  const withheld = dialog(app).getByRole('listbox', { name: 'Documents whose texts are withheld' })
  await withheld.getByRole('option', { name: answer.title }).click()
  await expect(dialog(app)).toContainText('texts that are withheld1')
  await dialog(app).getByRole('combobox', { name: 'Licence' }).fill('CC-BY-4.0')
  await app.page.keyboard.press('Enter')
  await field(app, 'Train/dev/test').fill('80/10')
  await expect(dialog(app)).toContainText('Give three percentages that make 100')
  const atTheButtons = dialog(app).getByRole('status').filter({ hasText: 'Train/dev/test, in percent: Give' })
  await expect(atTheButtons).toBeInViewport()
  await expect(dialog(app).getByRole('button', { name: 'Export…' })).toBeDisabled()
  await field(app, 'Train/dev/test').fill('60/20/20')

  await dialog(app).getByRole('button', { name: 'Export…' }).focus()
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('dialog', { name: 'Dataset written' })).toContainText('is not parted')
  await dialog(app).getByRole('button', { name: 'Done' }).click()

  expect(readdirSync(target).sort()).toEqual([
    ...['README.md', 'SHA256SUMS', 'codebook.md', 'croissant.json', 'jsonl', 'parquet'],
  ])
  const card = readFileSync(join(target, 'README.md'), 'utf8')
  for (const words of ['license: cc-by-4.0', 'texts of 1 of the 2 documents', 'config_name: claim_pairs'])
    expect(card).toContain(words)
  expect(commandLine('check', target)).toContain('no problems found')

  const file = join(target, 'parquet', 'codebook.parquet')
  expect(existsSync(file)).toBe(true)
  const bytes = readFileSync(file)
  bytes[40]! ^= 1
  writeFileSync(file, bytes)
  expect(() => commandLine('check', target)).toThrow()
})
