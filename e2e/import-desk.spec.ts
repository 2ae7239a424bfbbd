import iconv from 'iconv-lite'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { documentRow, openDocument, textOf } from './reading.ts'
import { writeTexts } from './seeding.ts'
import { test } from './story.ts'

const desk = (app: App) => app.page.getByRole('dialog', { name: /^Import \d+ files?$/ })
const grid = (app: App) => desk(app).getByRole('grid', { name: 'Files to import' })
const fileRow = (app: App, name: string) => grid(app).getByRole('row').filter({ hasText: name })
const pane = (app: App) => desk(app).getByRole('complementary', { name: 'How this file is read' })
const rows = (app: App) => app.page.getByRole('listbox', { name: 'Documents' }).getByRole('option')

const russian = 'Городской совет считает, что трамвай окупится, а жители с этим не согласны.'

test('mixed files are looked over, corrected and brought in by keyboard, as one step', async ({ app }) => {
  await app.chooses(
    writeTexts(app, {
      '2021-05-05 speech.txt':
        'A speech in the market\n\nThe tram pays for itself, and that is what they said.',
      'letter.md': '---\ntitle: A letter\ndate: 2024-03-12\noutlet: The Neighbours\n---\n\nIt does *not*.',
      'page.html': '<title>A page</title><h1>A page</h1><p>Both are wrong.</p><script>alert(1)</script>',
      'scan.txt': '',
      'speech copy.txt': 'A speech in the market\n\nThe tram pays for itself, and that is what they said.',
      'council.txt': iconv.encode(russian, 'koi8-r'),
    }),
  )
  await press(app, 'Control+I')
  await expect(grid(app)).toBeFocused()
  await expect(desk(app).getByRole('button', { name: 'Import 4 documents' })).toBeEnabled()
  await expect(fileRow(app, '2021-05-05 speech.txt')).toContainText('2021-05-05, a guess')
  await expect(fileRow(app, 'speech copy.txt')).toContainText('left out: speech copy.txt, there already')
  await expect(fileRow(app, 'scan.txt')).toContainText('There is no text in this file.')

  // The outlet of three at once, then a title.
  await press(app, 'Control+Home')
  for (let column = 0; column < 5; column++) await press(app, 'ArrowRight')
  await press(app, 'Control+A')
  await app.page.keyboard.type('Gazette')
  await expect(desk(app).getByText('For 5 documents')).toBeVisible()
  await press(app, 'Enter')
  await expect(fileRow(app, 'letter.md')).toContainText('Gazette')
  await press(app, 'Home', 'Escape', 'ArrowRight', 'F2')
  await app.page.keyboard.type('In the market')
  await press(app, 'Enter')

  // What was not found out rightly is seen and set right.
  await fileRow(app, 'council.txt').getByText('council.txt').click()
  await expect(pane(app)).toContainText('A guess. Do the letters below look right?')
  await pane(app)
    .getByRole('button', { name: /Encoding$/ })
    .press('Enter')
  await app.page.keyboard.type('Western European (Windows')
  await press(app, 'Enter')
  await expect(pane(app)).not.toContainText('Городской')
  await pane(app)
    .getByRole('button', { name: /Encoding$/ })
    .press('Enter')
  await app.page.keyboard.type('Cyrillic (KOI8-R')
  await press(app, 'Enter')
  await expect(pane(app)).toContainText('Городской')
  await expect(pane(app)).toContainText('As you chose it.')

  await grid(app).press('Control+Enter')
  await expect(rows(app)).toHaveCount(4)
  await expect(documentRow(app, 'In the market')).toContainText('Gazette')
  await expect(documentRow(app, 'In the market')).toContainText('5 May 2021')
  await openDocument(app, 'A page')
  await expect(textOf(app)).toContainText('Both are wrong.')
  await expect(textOf(app)).not.toContainText('alert')
  await press(app, 'Control+Z')
  await expect(app.page.getByRole('region', { name: 'No documents yet' })).toBeVisible()
})
