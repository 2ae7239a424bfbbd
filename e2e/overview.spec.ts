import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { inspector, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, tramDispute } from './tram-dispute.ts'

const chart = (app: App, name: string) => app.page.getByRole('region', { name, exact: true })
const figure = (app: App, name: string | RegExp) => app.page.getByRole('button', { name, exact: true })

/** Each view by its key. */
const viewsByKey = [
  ['Alt+1', 'Overview'],
  ['Alt+2', 'Work lists'],
  ['Alt+3', 'Claims'],
  ['Alt+4', 'Confrontation'],
  ['Alt+5', 'Time'],
  ['Alt+6', 'Argument map'],
  ['Alt+7', 'Speakers'],
  ['Alt+8', 'Consistency doctor'],
  ['Alt+9', 'Copies'],
] as const

test('the overview counts while one works, and each number leads to what it counts and back', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  const claim = await tag(app, 'The tram pays for itself within nine years.')
  await tag(app, 'Noise will fall by half.')
  const rebuttal = await tag(app, 'With its costs the tram never pays for itself.', 'Rebuttal')

  await press(app, 'Alt+1')
  await expect(figure(app, 'Claim: 2 passages')).toBeVisible()
  await expect(figure(app, 'Passages tagged as a claim: 2 not answered')).toBeVisible()
  await link(app, rebuttal, 'rebuts', claim)
  await expect(figure(app, 'Passages tagged as a claim: 1 not answered')).toBeVisible()
  await expect(chart(app, 'Links by type')).toContainText('rebuts')

  await figure(app, 'Rebuttal: 1 passage').press('Enter')
  const list = app.page.getByRole('listbox', { name: 'Passages tagged Rebuttal' })
  await expect(list).toBeFocused()
  await expect(list.getByRole('option')).toContainText(['With its costs the tram never pays for itself.'])
  await press(app, 'Enter')
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
  await expect(inspector(app).getByRole('blockquote')).toContainText('never pays')
  await press(app, 'Alt+1')
  await expect(list).toBeFocused()
  await press(app, 'Escape')
  await expect(figure(app, 'Rebuttal: 1 passage')).toBeFocused()

  await chart(app, 'Passages by tag').getByRole('button', { name: 'Passages by tag as a table' }).click()
  await expect(app.page.getByRole('table', { name: 'Passages by tag' }).getByRole('row')).toHaveText([
    'TagPassagesDocuments',
    'Claim21',
    'Rebuttal11',
  ])
  const saved = join(app.folder, 'tags.csv')
  await app.savesTo(saved)
  const menu = chart(app, 'Passages by tag').getByRole('button', { name: 'Passages by tag: copy or save' })
  await menu.click()
  await app.page.getByRole('menuitem', { name: 'Save as CSV…' }).click()
  await expect(app.page.getByText(`Saved: ${saved}`)).toBeVisible()
  expect(readFileSync(saved, 'utf8')).toBe('\ufeffTag,Passages,Documents\r\nClaim,2,1\r\nRebuttal,1,1\r\n')
  await menu.click()
  await app.page.getByRole('menuitem', { name: 'Copy the table' }).click()
  await expect
    .poll(() => app.electron.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('Tag\tPassages\tDocuments\nClaim\t2\t1\nRebuttal\t1\t1')

  await figure(app, 'Documents: 2').press('ArrowRight')
  await expect(figure(app, /^Words: /)).toBeFocused()
  await press(app, 'Enter')
  await expect(app.page.getByRole('grid', { name: 'Documents' })).toBeVisible()
  await press(app, 'Alt+1')
  await expect(figure(app, /^Words: /)).toBeFocused()
  await figure(app, 'To do: 2 documents').press('Enter')
  await expect(app.page.getByRole('grid', { name: 'Documents' }).getByText(answer.title)).toBeVisible()
})

test('every view of a project without documents offers to import, and has the keyboard there', async ({
  app,
}) => {
  for (const [key, name] of viewsByKey) {
    await press(app, key)
    const view = app.page.getByRole('region', { name, exact: true })
    await expect(view).toContainText('No documents yet')
    const button = view.getByRole('button', { name: /^Import documents/ })
    await expect(button).toBeFocused()
    await expect(button).toContainText('Ctrl+I')
    await press(app, key)
  }
})
