import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'

test('what could not be imported stands in a list with the reason, and what was there can come in again', async ({
  app,
}) => {
  await app.newProject('Imports')
  const good = join(app.folder, 'statement.txt')
  const bad = join(app.folder, 'scan.pdf')
  writeFileSync(good, 'The line pays for itself.\n\nSo the council says.')
  writeFileSync(bad, '%PDF-1.7\n%âãÏÓ')
  const { page } = app

  await app.chooses([good, bad])
  await page.keyboard.press('Control+I')
  const report = page.getByRole('dialog', { name: 'Import' })
  await expect(report).toContainText('1 document imported.')
  await expect(report.getByRole('region', { name: '1 file could not be imported' })).toContainText('scan.pdf')
  await report.getByRole('button', { name: 'Done' }).click()

  await app.chooses([good])
  await page.getByRole('button', { name: 'Import documents…' }).first().click()
  await expect(report).toContainText('1 file already in the project')
  await report.getByRole('button', { name: 'Import again as a second copy' }).click()
  await expect(page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).toHaveCount(2)
})

test('the dataset goes where it was asked to, and nothing is replaced without asking', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).toHaveCount(4)
  const target = join(app.folder, 'dataset.jsonl')
  await app.savesTo(target)

  await page.keyboard.press('Control+E')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Annotations')).toBeVisible()
  await dialog.getByRole('button', { name: 'Export…' }).click()
  await expect(page.getByRole('dialog', { name: 'Dataset written' })).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  const first = readFileSync(target, 'utf8')
  expect(first.split('\n')[0]).toContain('"type":"project"')

  writeFileSync(target, 'something else')
  await page.keyboard.press('Control+E')
  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  expect(readFileSync(target, 'utf8')).toBe('something else')
  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Replace' }).click()
  await expect(page.getByRole('dialog', { name: 'Dataset written' })).toBeVisible()
  expect(readFileSync(target, 'utf8')).toBe(first)
})

test('the palette finds a command by a few letters, and a document by its title', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  await expect(page.getByRole('listbox', { name: 'Documents' })).toBeVisible()

  await page.keyboard.press('Control+K')
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await page.keyboard.press('Control+K')
  await page.keyboard.type('two ways of counting')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'One bridge, two ways of counting' })).toBeVisible()
})

test('the documents are found, opened and marked from the list by keys alone', async ({ app }) => {
  const { page } = app
  await page.getByRole('button', { name: 'Open the sample project' }).click()
  const list = page.getByRole('listbox', { name: 'Documents' })
  await page.getByRole('searchbox', { name: 'Filter documents' }).fill('radio')
  await expect(list.getByRole('option')).toHaveCount(1)
  await expect(list.getByRole('option')).toContainText('1 claim, with a counter')
  await list.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: /Between the Banks/ })).toBeVisible()

  await list.focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'To do' }).press('Enter')
  await expect(list.getByRole('img', { name: 'To do' })).toBeVisible()

  await list.focus()
  await page.keyboard.press('Delete')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).press('Enter')
  await expect(list).toBeHidden()
  await page.keyboard.press('Control+Z')
  await expect(list.getByRole('option')).toHaveCount(1)
})
