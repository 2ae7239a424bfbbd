import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { docxOf, epubOf, odtOf, zipOf } from '../main/import/testing/office-files.ts'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { documentRow, openDocument, textOf } from './reading.ts'
import { writeTexts } from './seeding.ts'
import { test } from './story.ts'

const original = (app: App) => app.page.getByRole('dialog', { name: /^The original of/ })
const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
const letter = 'A letter\n\nIt does not pay — “never”.\n'

test('documents of word processors come in out of a zip, and their originals can be seen, opened and saved', async ({
  app,
}) => {
  const report = docxOf({
    body: `${paragraph('The tram pays for itself.')}<w:p><w:r><w:footnoteReference w:id="2"/></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`,
    parts: { footnotes: `<w:footnote w:id="2">${paragraph('See the budget.')}</w:footnote>` },
    core: '<dc:title>Report</dc:title>',
  })
  const [zip] = writeTexts(app, {
    'texts.zip': zipOf({
      'report.docx': report,
      'letter.txt': letter,
      'minutes.odt': odtOf({ body: '<text:h>Minutes</text:h><text:p>All agree.</text:p>' }),
      'notes.rtf': '{\\rtf1\\ansi Notes\\par \\u8222?Tram\\ldblquote}',
      'book.epub': epubOf({ chapters: ['<h1>A book</h1><p>Rails.</p>'] }),
    }),
  })
  await app.chooses([zip!])
  const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
  const { files } = await app.request('document.import', { task: 'zip', paths })
  expect(files.map(({ name, problem }) => [name, problem])).toEqual([
    ['texts.zip/book.epub', ''],
    ['texts.zip/letter.txt', ''],
    ['texts.zip/minutes.odt', ''],
    ['texts.zip/notes.rtf', ''],
    ['texts.zip/report.docx', ''],
  ])
  expect(files[4]?.notes).toEqual([
    'Left out: 1 deleted revision.',
    'Deleted revisions: “x”.',
    '1 footnote or endnote stands at the end, marked [1].',
  ])
  await openDocument(app, 'Report')
  await expect(textOf(app)).toContainText('[1] See the budget.')

  // What another program gets lies there until this one ends.
  await app.electron.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      process.title = path
      return ''
    }
  })
  await press(app, 'Control+Alt+O')
  await expect(original(app)).toContainText('report.docx · Word document')
  await original(app).getByRole('button', { name: 'Open a copy in another program' }).click()
  await expect(original(app)).toBeHidden()
  const copy = await app.electron.evaluate(() => process.title)
  expect(readFileSync(copy).equals(Buffer.from(report))).toBe(true)

  // A text is shown as its file has it.
  const saved = join(app.folder, 'saved.txt')
  await app.savesTo(saved)
  await documentRow(app, 'A letter').click({ button: 'right' })
  await app.page.getByRole('menuitem', { name: 'Show the original…' }).click()
  await expect(original(app).getByLabel('Text of the original')).toHaveText(letter)
  await original(app).getByRole('button', { name: 'Save a copy…' }).click()
  await expect.poll(() => existsSync(saved)).toBe(true)
  expect(readFileSync(saved, 'utf8')).toBe(letter)
  await app.close()
  expect(existsSync(copy)).toBe(false)
})
