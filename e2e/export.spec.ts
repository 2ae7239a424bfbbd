import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect } from './app.ts'
import { commandLine } from './command-line.ts'
import { quotesThatFit } from './dataset.ts'
import { press } from './keyboard.ts'
import { signalProject } from './project-process.ts'
import { openDocument } from './reading.ts'
import { importRebuttedClaim, importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])
const exporting = (app: App) => app.page.getByRole('dialog', { name: 'Export dataset' })
const done = (app: App) => app.page.getByRole('dialog', { name: 'Dataset written' })
const goesOut = (app: App) => exporting(app).getByRole('region', { name: 'What goes out' })

async function exportTo(app: App, target: string): Promise<void> {
  await app.savesTo(target)
  await press(app, 'Control+E')
  await exporting(app).getByRole('button', { name: 'Export…' }).click()
  await expect(done(app)).toContainText(target)
  await done(app).getByRole('button', { name: 'Done' }).click()
}

async function chooseFormat(app: App, name: RegExp): Promise<void> {
  await exporting(app)
    .getByRole('button', { name: /^Format|Format$/ })
    .click()
  await app.page.getByRole('option', { name }).click()
}

async function openSample(app: App): Promise<void> {
  await app.request('app.openSample', undefined)
  await expect(app.page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).toHaveCount(4)
}

test('the dataset goes where it was asked to, and nothing is replaced without asking', async ({ app }) => {
  await importTexts(app, tramDispute)
  await tag(app, 'Noise will fall by half')
  const target = join(app.folder, 'dataset.jsonl')
  await exportTo(app, target)
  const first = readFileSync(target, 'utf8')
  expect(quotesThatFit(target)).toEqual(['Noise will fall by half'])

  writeFileSync(target, 'something else')
  await press(app, 'Control+E')
  await exporting(app).getByRole('button', { name: 'Export…' }).click()
  const asks = app.page.getByRole('alertdialog', { name: 'Replace “dataset.jsonl”?' })
  await asks.getByRole('button', { name: 'Cancel' }).click()
  expect(readFileSync(target, 'utf8')).toBe('something else')
  await exporting(app).getByRole('button', { name: 'Export…' }).click()
  await asks.getByRole('button', { name: 'Replace' }).click()
  await expect(done(app)).toBeVisible()
  expect(readFileSync(target, 'utf8')).toBe(first)

  await app.electron.evaluate(({ shell }) => {
    shell.showItemInFolder = (path) => {
      process.title = path
    }
  })
  await done(app).getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => app.electron.evaluate(() => process.title)).toBe(target)
  await done(app).getByRole('button', { name: 'Done' }).click()
})

test('the keyboard is in the first field at once, and the key that does what the last button does works there', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  const target = join(app.folder, 'at-once.jsonl')
  await app.savesTo(target)
  await press(app, 'Control+E')
  await expect(exporting(app).getByRole('button', { name: /Format$/ })).toBeFocused()
  await press(app, 'Control+Enter')
  await expect(done(app)).toContainText(target)
  await press(app, 'Escape')

  await press(app, 'Control+E')
  await exporting(app).getByRole('button', { name: 'Cancel' }).focus()
  await press(app, 'Control+Enter')
  await expect(app.page.getByRole('alertdialog')).toContainText('Replace')
  await press(app, 'Escape')
  await expect(exporting(app)).toBeVisible()

  // As before a dialog that has just come has the keyboard.
  await app.page.evaluate(() => {
    ;(document.activeElement as HTMLElement).blur()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
  })
  await expect(exporting(app)).toBeHidden()
})

test('the dialog says beforehand what goes out and what the format cannot hold', async ({ app }) => {
  await importRebuttedClaim(app)
  await openDocument(app, statement.title)
  await press(app, 'Control+E')
  await expect(goesOut(app)).toContainText(/documents2annotations2claims0links1/)

  await exporting(app).getByText('The one that is open').click()
  await expect(goesOut(app)).toContainText(/documents1annotations1claims0links0/)
  await chooseFormat(app, /Tables/)
  await expect(goesOut(app)).toContainText('This format has no place for headings')
  await press(app, 'Escape')
})

test('what another format cannot hold stands no longer there while it is counted for the one that was chosen', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await press(app, 'Control+E')
  await chooseFormat(app, /^brat/)
  await expect(goesOut(app)).toContainText('steps of the history')
  const button = exporting(app).getByRole('button', { name: 'Export…' })
  const place = await button.boundingBox()
  await signalProject(app, 'SIGSTOP')
  await chooseFormat(app, /^GraphML/)
  await expect(goesOut(app)).toContainText('Counting what goes out, and what cannot…')
  await expect(goesOut(app)).not.toContainText('steps of the history')
  expect(await button.boundingBox()).toEqual(place)
  await signalProject(app, 'SIGCONT')
  await expect(goesOut(app)).toContainText('steps of the history')
  await expect(goesOut(app)).not.toContainText('Counting')
  await press(app, 'Escape')
})

test('the dialog parts what lies beside a dataset and comes back from what is left out', async ({ app }) => {
  await importRebuttedClaim(app)
  const target = join(app.folder, 'brat')
  await app.savesTo(target)
  await press(app, 'Control+E')
  await chooseFormat(app, /^brat/)
  const parted =
    /Kept beside it.*imported together with them, all of it comes back.*Links across documents.*Left out.*steps of the history/is
  await expect(goesOut(app)).toContainText(parted)
  await exporting(app).getByRole('button', { name: 'Export…' }).click()
  await expect(done(app)).toContainText(parted)
  await expect(done(app)).toContainText('It stands in links.jsonl and loss.json:')
  expect(readdirSync(target)).toEqual(expect.arrayContaining(['links.jsonl', 'loss.json']))
  await done(app).getByRole('button', { name: 'Done' }).click()

  // Nobody reads a graph back; a copy to read has nothing beside it.
  await press(app, 'Control+E')
  await chooseFormat(app, /^GraphML/)
  await expect(goesOut(app)).toContainText('It stands in ….graphml.links.jsonl and ….graphml.loss.json.')
  await chooseFormat(app, /^Reading copy: one web page/)
  await expect(goesOut(app)).not.toContainText('Kept beside it')
  await press(app, 'Escape')
})

test('a dataset that is imported into an empty project goes out again the same', async ({ app, project }) => {
  await openSample(app)
  const first = join(app.folder, 'first.jsonl')
  await exportTo(app, first)
  expect(quotesThatFit(first).length).toBeGreaterThan(20)

  await app.open(project)
  await expect(app.page.getByRole('region', { name: 'No documents yet' })).toBeVisible()
  await app.chooses([first])
  await press(app, 'Control+I')
  await expect(app.page.getByRole('listbox', { name: 'Documents' }).getByRole('option')).toHaveCount(4)
  const again = join(app.folder, 'again.jsonl')
  await exportTo(app, again)
  expect(readFileSync(again, 'utf8')).toBe(readFileSync(first, 'utf8'))

  const copy = join(app.folder, 'copy.rejoinder')
  const byCommand = join(app.folder, 'by-command.jsonl')
  commandLine('new', copy)
  commandLine('import', copy, first)
  commandLine('export', copy, '--format', 'rejoinder-jsonl', '--out', byCommand)
  expect(readFileSync(byCommand, 'utf8')).toBe(readFileSync(first, 'utf8'))
  expect(commandLine('check', copy)).toContain('no problems found')
})

test('the tables are files that a spreadsheet reads', async ({ app }) => {
  await importRebuttedClaim(app)
  const target = join(app.folder, 'tables')
  await app.savesTo(target)
  await press(app, 'Control+E')
  await exporting(app)
    .getByRole('button', { name: /^Format|Format$/ })
    .click()
  await app.page.getByRole('option', { name: /Tables/ }).click()
  await exporting(app).getByRole('button', { name: 'Export…' }).click()
  await expect(done(app)).toBeVisible()
  await done(app).getByRole('button', { name: 'Done' }).click()

  const tables = readdirSync(target).filter((name) => name.endsWith('.csv'))
  const names = ['documents', 'annotations', 'links', 'claims', 'codebook'].map((name) => `${name}.csv`)
  expect(tables).toEqual(expect.arrayContaining(names))
  for (const name of tables) expect(readFileSync(join(target, name)).subarray(0, 3)).toEqual(byteOrderMark)
  const links = readFileSync(join(target, 'links.csv'), 'utf8')
  for (const words of [
    'Four gardens',
    answer.title,
    'Rebuttal',
    'nobody will lose a garden',
    statement.title,
    'Claim',
  ])
    expect(links).toContain(words)
})

test('a copy to read is written as a web page, and is not called a dataset', async ({ app }) => {
  await importTexts(app, tramDispute)
  await tag(app, 'Noise will fall by half')
  const target = join(app.folder, 'copy.html')
  await app.savesTo(target)
  await press(app, 'Control+E')
  await exporting(app)
    .getByRole('button', { name: /Format$/ })
    .click()
  await app.page.getByRole('option', { name: /^Reading copy: one web page/ }).click()
  await exporting(app).getByRole('button', { name: 'Export…' }).click()
  await expect(app.page.getByRole('dialog', { name: 'Copy written' })).toContainText(target)
  expect(readFileSync(target, 'utf8')).toContain('Noise will fall by half')
})
