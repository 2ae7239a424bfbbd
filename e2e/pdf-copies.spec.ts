import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePdf } from '../main/import/pdf/pdf.ts'
import { type App, expect } from './app.ts'
import { commandLine } from './command-line.ts'
import { press } from './keyboard.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const dialog = (app: App, name: string) => app.page.getByRole('dialog', { name })

/** What the program itself reads in a PDF, line by line. */
async function textIn(path: string): Promise<{ text: string; pages: number }> {
  const { text, breaks } = await parsePdf(readFileSync(path), path, async () => null)
  return { text, pages: breaks.filter(({ kind }) => kind === 'page').length }
}

async function exportPdf(app: App, format: RegExp, target: string): Promise<void> {
  await app.savesTo(target)
  await press(app, 'Control+E')
  await dialog(app, 'Export dataset')
    .getByRole('button', { name: /Format$/ })
    .click()
  await app.page.getByRole('option', { name: format }).click()
  await expect(dialog(app, 'Export dataset').getByRole('radio', { name: 'US Letter' })).toBeVisible()
  await dialog(app, 'Export dataset').getByRole('button', { name: 'Export…' }).click()
  await expect(dialog(app, 'Copy written')).toContainText(target)
  await press(app, 'Escape')
}

test('PDF copies are the same from the window and from the command line, which needs no display', async ({
  app,
  project,
}) => {
  await importTexts(app, tramDispute)
  const claim = await tag(app, 'nobody will lose a garden')
  await app.request('annotation.update', { id: claim, change: { note: 'Ask the land registry.' } })
  await link(app, await tag(app, 'Four gardens stand where the rails shall lie', 'Rebuttal'), 'rebuts', claim)
  const at = (name: string) => join(app.folder, name)
  await exportPdf(app, /^Reading copy: one PDF/, at('window.pdf'))
  await exportPdf(app, /^Reading copy: a PDF for each text/, at('window'))
  await app.request('app.closeProject', undefined)

  const said = commandLine('export', project, '--format', 'reading-pdf', '--out', at('command.pdf'), '--json')
  expect(JSON.parse(said)).toMatchObject({ format: 'reading-pdf', paths: [at('command.pdf')] })
  commandLine('export', project, '--format', 'reading-pdf-each', '--out', at('command'))

  const byWindow = await textIn(at('window.pdf'))
  for (const words of [
    statement.title,
    answer.title,
    'Ask the land registry.',
    '[nobody will lose a garden]',
  ])
    expect(byWindow.text).toContain(words)
  expect(await textIn(at('command.pdf'))).toEqual(byWindow)
  const each = [`${answer.title}.pdf`, `${statement.title}.pdf`].sort()
  expect(readdirSync(at('window')).sort()).toEqual(each)
  expect(readdirSync(at('command')).sort()).toEqual(each)
  for (const name of each)
    expect(await textIn(join(at('command'), name))).toEqual(await textIn(join(at('window'), name)))
})

test('a command that makes a PDF without any Electron says what to do', async ({ app, project }) => {
  await importTexts(app, tramDispute)
  await app.request('app.closeProject', undefined)
  const electron = process.env.REJOINDER_ELECTRON
  delete process.env.REJOINDER_ELECTRON
  try {
    expect(() =>
      commandLine('export', project, '--format', 'reading-pdf', '--out', join(app.folder, 'a.pdf')),
    ).toThrow(/ended with 1: .*Electron, which is not there yet: run “npm run build -- --with-electron”/s)
  } finally {
    process.env.REJOINDER_ELECTRON = electron
  }
  expect(readdirSync(app.folder)).not.toContain('a.pdf')
})
