import { join } from 'node:path'
import iconv from 'iconv-lite'
import { writeManyDocuments } from '../bench/many-documents.ts'
import { articleParagraphs, newsPage } from '../main/import/testing/news-page.ts'
import { type App, expect } from './app.ts'
import { dropFiles } from './dropping.ts'
import { chooseByKey, press } from './keyboard.ts'
import { documentRow, openDocument, statusLine, textOf } from './reading.ts'
import { importLaidOut, importTexts, writeTexts } from './seeding.ts'
import { test } from './story.ts'

const desk = (app: App) => app.page.getByRole('dialog', { name: /^Import \d+ files?$/ })
const grid = (app: App) => desk(app).getByRole('grid', { name: 'Files to import' })
const fileRow = (app: App, name: string) => grid(app).getByRole('row').filter({ hasText: name })
const pane = (app: App) => desk(app).getByRole('complementary', { name: 'How this file is read' })
const rows = (app: App) => app.page.getByRole('listbox', { name: 'Documents' }).getByRole('option')

const russian = 'Городской совет считает, что трамвай окупится, а жители с этим не согласны.'

test('mixed files dropped on the window are looked over, corrected and brought in, as one step', async ({
  app,
}) => {
  await dropFiles(
    app,
    writeTexts(app, {
      '2021-05-05 speech.txt':
        'A speech in the market\n\nThe tram pays for itself, and that is what they said.',
      'letter.md': '---\ntitle: A letter\ndate: 2024-03-12\noutlet: The Neighbours\n---\n\nIt does *not*.',
      'page.html': newsPage,
      'replies.csv':
        'speaker,reply\nAda,"The bridge costs more than the line, and nobody says so."\nBen,"It would be built in any case."\n',
      'scan.txt': '',
      'speech copy.txt': 'A speech in the market\n\nThe tram pays for itself, and that is what they said.',
      'council.txt': iconv.encode(russian, 'koi8-r'),
    }),
  )
  await expect(grid(app)).toBeFocused()
  await expect(desk(app).getByRole('button', { name: 'Import 6 documents' })).toBeEnabled()
  // Enter is for the cells, and what goes on is said where it could be taken for that.
  await expect(desk(app)).toContainText('Ctrl+Enter imports.')
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('File is found, not written; Ctrl+Enter imports')
  await expect(fileRow(app, '2021-05-05 speech.txt')).toContainText('2021-05-05, a guess')
  await expect(fileRow(app, 'speech copy.txt')).toContainText(
    'left out: speech copy.txt, the same as another',
  )
  await expect(fileRow(app, 'scan.txt')).toContainText('There is no text in this file.')

  // A date that nobody has said is to be looked at, until somebody says it is right.
  await desk(app)
    .getByRole('radio', { name: /^To look at/ })
    .click()
  await fileRow(app, '2021-05-05 speech.txt').getByText('2021-05-05 speech.txt').click()
  await expect(fileRow(app, '2021-05-05 speech.txt')).toContainText('a guessed date')
  await expect(pane(app)).toContainText('A guess from the name of the file: 2021-05-05')
  await pane(app).getByRole('button', { name: 'It is right' }).click()
  await expect(fileRow(app, '2021-05-05 speech.txt')).not.toContainText('2021-05-05, a guess')
  await expect(pane(app).getByRole('button', { name: 'It is right' })).toHaveCount(0)
  await desk(app).getByRole('radio', { name: /^All/ }).click()

  // Of a saved page the article comes in, or all of it.
  await fileRow(app, 'page.html').getByText('page.html').click()
  await expect(pane(app)).toContainText('The article was taken and the rest of the page left out: ')
  await expect(pane(app)).toContainText(articleParagraphs[0])
  await pane(app).getByRole('radio', { name: 'Whole page' }).click()
  await expect(pane(app)).toContainText('We use cookies')
  await pane(app).getByRole('radio', { name: 'Article' }).click()
  await expect(pane(app)).not.toContainText('We use cookies')
  await expect(fileRow(app, 'replies.csv')).toContainText('2 texts, one of each row')

  // The outlet of three at once, then a title.
  await grid(app).focus()
  await press(app, 'Control+Home')
  for (let column = 0; column < 5; column++) await press(app, 'ArrowRight')
  await press(app, 'Control+A')
  await app.page.keyboard.type('Gazette')
  await expect(desk(app).getByText('For 6 documents')).toBeVisible()
  await press(app, 'Enter')
  await expect(fileRow(app, 'letter.md')).toContainText('Gazette')
  await press(app, 'Home', 'Escape', 'ArrowRight', 'F2')
  await app.page.keyboard.type('In the market')
  await press(app, 'Enter')

  // What was not found out rightly is seen and set right.
  await fileRow(app, 'council.txt').getByText('council.txt').click()
  await expect(pane(app)).toContainText('A guess. Do the letters below look right?')
  const encoding = pane(app).getByRole('button', { name: /Encoding$/ })
  await chooseByKey(app, encoding, 'Western European (Windows')
  await expect(pane(app)).toContainText('çÏÒÏÄÓËÏÊ')
  await chooseByKey(app, encoding, 'Cyrillic (KOI8-R')
  await expect(pane(app)).toContainText('Городской')
  await expect(pane(app)).toContainText('As you chose it.')

  await encoding.press('Control+Enter')
  const report = app.page.getByRole('dialog', { name: 'Import', exact: true })
  await expect(report.getByRole('region', { name: '1 file could not be imported' })).toContainText('scan.txt')
  await expect(report.getByRole('region', { name: /imported with remarks$/ })).toContainText('page.html')
  await press(app, 'Escape')
  const list = app.page.getByRole('listbox', { name: 'Documents' })
  await expect(list).toBeFocused()
  const current = await list.getAttribute('aria-activedescendant')
  await expect(app.page.locator(`[id="${current}"]`)).toContainText('In the market')
  await expect(rows(app)).toHaveCount(6)
  await expect(documentRow(app, 'In the market')).toContainText('Gazette')
  await expect(documentRow(app, 'In the market')).toContainText('5 May 2021')
  await openDocument(app, 'Tram line will pay for itself, council says')
  await expect(textOf(app)).toContainText(articleParagraphs[3])
  await expect(textOf(app)).not.toContainText('Sport')
  await press(app, 'Control+Z')
  await expect(app.page.getByRole('region', { name: 'No documents yet' })).toBeVisible()
})

test('why a file cannot be read stays beside its name however far the table is scrolled, and an encoding has one name', async ({
  app,
}) => {
  await dropFiles(
    app,
    writeTexts(app, {
      'broken.docx': 'PK\x03\x04 this was a letter',
      'council.txt': iconv.encode(`Решение\n\n${russian}`, 'cp866'),
      'speech.txt': 'A speech\n\nThe tram pays for itself.',
    }),
  )
  await expect(grid(app)).toBeFocused()
  const encoded = fileRow(app, 'council.txt').getByText('Cyrillic (DOS 866)')
  await expect(encoded).toHaveCount(1)
  await fileRow(app, 'council.txt').getByText('council.txt').click()
  await expect(pane(app).getByRole('button', { name: /Encoding$/ })).toContainText('Cyrillic (DOS 866)')

  const reason = fileRow(app, 'broken.docx').getByRole('gridcell').nth(1).locator('span')
  const left = async () => (await reason.boundingBox())!.x
  const before = await left()
  await grid(app).focus()
  await press(app, 'End')
  await expect(encoded).toBeInViewport({ ratio: 1 })
  await expect(reason).toBeInViewport({ ratio: 1 })
  expect(await left()).toBe(before)
})

test('what was left out is shown again when it is asked for, with what many files share said once', async ({
  app,
}) => {
  // Nobody says which of the code pages of the West they are in.
  const names = ['Bühl', 'Föhr', 'Gründe', 'Köln', 'Zürich']
  const texts = names.map((name) => [
    `${name}.txt`,
    Buffer.from(`${name}\n\nDie Brücke ist für alle da.`, 'latin1'),
  ])
  const paths = writeTexts(app, Object.fromEntries(texts))
  await dropFiles(app, paths)
  await importLaidOut(app)
  await expect(rows(app)).toHaveCount(5)

  await press(app, 'Control+K')
  await app.page.getByRole('combobox', { name: 'Command palette' }).fill('report of the last import')
  await press(app, 'Enter')
  const report = app.page.getByRole('dialog', { name: 'Import', exact: true })
  await expect(report).toContainText('5 documents imported.')
  const remarks = report.getByRole('region', { name: '5 files imported with remarks' })
  await expect(remarks.getByText('which is a guess')).toHaveCount(1)
  await expect(remarks).not.toContainText('Köln.txt')
  await remarks.getByText('5 files', { exact: true }).press('Enter')
  await remarks.getByRole('button', { name: 'Open Köln.txt' }).press('Enter')
  await expect(report).toBeHidden()
  await expect(app.page.getByRole('region', { name: 'Köln' })).toBeVisible()
})

test('what was left out of a file stands with its document, also when the project is opened again', async ({
  app,
}) => {
  const letter = '# A letter\n\nThe tram pays.\n\n![The tram](tram.png)\n'
  await dropFiles(app, writeTexts(app, { 'letter.md': letter }))
  const report = app.page.getByRole('dialog', { name: 'Import', exact: true })
  await expect(report).toContainText('Left out: 1 picture')
  await press(app, 'Enter')
  await expect(textOf(app)).toContainText('The tram pays.')

  await app.restart()
  await expect(textOf(app)).toContainText('The tram pays.')
  await press(app, 'Control+D')
  const details = app.page.getByRole('dialog', { name: 'Document details' })
  const remarks = details.getByRole('region', { name: 'Left out or changed at the import' })
  await expect(remarks.getByRole('listitem')).toHaveText([/^Left out: 1 picture/])
  await press(app, 'Escape')
  await expect(details).toHaveCount(0)
})

test('an import that is taken back leaves the next document in the pane, and comes into an empty one again', async ({
  app,
}) => {
  const [speech, answer] = writeTexts(app, {
    'speech.txt': 'A speech\n\nThe tram pays.',
    'answer.txt': 'An answer\n\nIt never will.',
  })
  await dropFiles(app, [speech!])
  await expect(textOf(app)).toContainText('The tram pays.')
  await dropFiles(app, [answer!])
  await expect(textOf(app)).toContainText('It never will.')

  await press(app, 'Control+Z')
  await expect(textOf(app)).toContainText('The tram pays.')
  await press(app, 'Control+Z')
  await expect(app.page.getByRole('region', { name: 'No documents yet' })).toBeVisible()
  await press(app, 'Control+Shift+Z')
  await expect(textOf(app)).toContainText('The tram pays.')
  await press(app, 'Control+Shift+Z')
  await expect(rows(app)).toHaveCount(2)
  await expect(textOf(app)).toContainText('The tram pays.')
})

test('what came in is told by its documents, of which one file may hold many', async ({ app }) => {
  await dropFiles(app, writeTexts(app, { 'speech.txt': 'A speech\n\nThe tram pays.' }))
  await expect(statusLine(app)).toHaveText('1 document imported')
  const exported = join(app.folder, 'three.jsonl')
  writeManyDocuments(exported, 3)
  await dropFiles(app, [exported])
  await expect(statusLine(app)).toHaveText('3 documents imported')
  await expect(rows(app)).toHaveCount(4)
})

test('what is pressed while an exported project comes in is seen to wait, and undo does not take the project back', async ({
  app,
}) => {
  await importTexts(app, { 'speech.txt': 'A speech\n\nThe tram pays.' })
  const exported = join(app.folder, 'many.jsonl')
  writeManyDocuments(exported, 20_000)
  await dropFiles(app, [exported])
  const bar = app.page.getByRole('region', { name: 'Work under way' }).getByRole('progressbar')
  await expect(bar).toHaveAttribute('aria-valuenow', /[1-9]/)
  await press(app, 'Control+Z')
  await expect(app.page.getByText('1 change waits for the import to end')).toBeVisible()
  await expect(bar).toHaveCount(0, { timeout: 30_000 })
  await expect(app.page.getByText('waits for the import to end')).toHaveCount(0)
  await expect(app.page.getByRole('region', { name: 'Messages' })).toContainText(
    'Nothing was undone: “import many.jsonl” came in meanwhile. When the import has ended, undo takes it back.',
  )
})

test('Tab through cells leaves guesses guesses, and what stands in the other chosen files', async ({
  app,
}) => {
  await dropFiles(
    app,
    writeTexts(app, {
      '2021-05-05 speech.txt': 'A speech\n\nThe tram pays for itself, and that is what they said.',
      '2022-06-06 answer.txt': 'An answer\n\nIt never will, and nobody believed that it would.',
      '2023-07-07 report.txt': 'A report\n\nThe council and the market do not agree about the line.',
    }),
  )
  await expect(grid(app)).toBeFocused()
  const cell = (name: string) => grid(app).getByRole('combobox', { name })
  await expect(fileRow(app, '2023-07-07 report.txt')).toContainText('en, a guess')
  await press(app, 'Control+A', 'ArrowRight', 'ArrowRight', 'Enter')
  await cell('Author of 3 documents').fill('Ada')
  await press(app, 'Tab')
  await expect(cell('Date of 3 documents')).toBeFocused()
  await press(app, 'Tab')
  await expect(cell('Language of 3 documents')).toBeFocused()
  await press(app, 'Tab', 'Escape')
  for (const date of ['2021-05-05', '2022-06-06', '2023-07-07']) {
    await expect(fileRow(app, date)).toContainText(`${date}, a guess`)
    await expect(fileRow(app, date)).toContainText('Ada')
  }
  await expect(fileRow(app, '2023-07-07 report.txt')).toContainText('en, a guess')

  // A date in words is kept in numbers.
  await fileRow(app, '2021-05-05 speech.txt').getByText('2021-05-05, a guess').click()
  await press(app, 'Enter')
  await cell('Date').fill('4 September 2020')
  await press(app, 'Enter')
  await expect(fileRow(app, '2021-05-05 speech.txt')).toContainText('2020-09-04')
})
