import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { parseDocx } from '../main/import/docx/docx.ts'
import { xlsxOf } from '../main/import/testing/office-files.ts'
import { expect } from './app.ts'
import { press } from './keyboard.ts'
import { documentRow, openDocument, textOf } from './reading.ts'
import { link, tag, writeTexts } from './seeding.ts'
import { test } from './story.ts'

const row = (...words: string[]) =>
  `<row>${words.map((one) => `<c t="inlineStr"><is><t>${one}</t></is></c>`).join('')}</row>`
const workbook = xlsxOf({
  sheets: {
    Letters: `<sheetData>${row('title', 'text')}${row('A letter', 'Nobody has asked us.')}</sheetData>`,
    Talks: `<sheetData>${row('title', 'text', 'by')}${row('In May', 'The tram pays for itself.', 'Ada')}${row('In June', 'It never does.', 'Ben')}</sheetData>`,
  },
})

test('a sheet of a workbook comes in as texts, and goes out as a Word document and a PDF to read', async ({
  app,
}) => {
  await app.chooses(writeTexts(app, { 'talks.xlsx': workbook }))
  await press(app, 'Control+I')
  const desk = app.page.getByRole('dialog', { name: 'Import 1 file' })
  await desk.getByText('talks.xlsx').first().click()
  const sheet = desk.getByRole('button', { name: /Sheet$/ })
  await expect(sheet).toContainText('Letters')
  await expect(desk).toContainText('A guess: the first that is shown and not empty.')
  await sheet.press('Enter')
  await app.page.getByRole('option', { name: 'Talks' }).click()
  await expect(desk.getByRole('button', { name: 'Import 2 documents' })).toBeEnabled()
  await desk.getByRole('grid').press('Control+Enter')
  await expect(documentRow(app, 'In May')).toContainText('Ada')

  const claim = await tag(app, 'The tram pays')
  await app.request('annotation.update', { id: claim, change: { note: 'Ask for the figures.' } })
  await link(app, await tag(app, 'It never does', 'Rebuttal'), 'rebuts', claim)
  const copy = join(app.folder, 'copy.docx')
  await app.savesTo(copy)
  await press(app, 'Control+E')
  const exporting = app.page.getByRole('dialog', { name: 'Export dataset' })
  await exporting.getByRole('button', { name: /^Format|Format$/ }).click()
  await app.page.getByRole('option', { name: /one Word document/ }).click()
  await exporting.getByRole('button', { name: 'Export…' }).click()
  const done = app.page.getByRole('dialog', { name: 'Copy written' })
  await expect(done).toContainText(copy)
  await done.getByRole('button', { name: 'Done' }).click()
  const { text, notes } = await parseDocx(readFileSync(copy), 'copy.docx')
  expect(text).toContain('→ rebuts “The tram pays” — In May')
  expect(notes.join()).toContain('2 comments')

  await openDocument(app, 'In May')
  await textOf(app).focus()
  const pages = join(app.folder, 'pages.pdf')
  await app.savesTo(pages)
  await press(app, 'Control+Shift+P')
  const print = app.page.getByRole('dialog', { name: 'Print' })
  await print.getByText('All 2 texts').click()
  await print.getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(app.page.getByRole('dialog', { name: 'PDF written' })).toContainText(pages)
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(pages)), verbosity: 0 }).promise
  expect(pdf.numPages).toBe(3)
  await pdf.destroy()
})
