import { dirname } from 'node:path'
import { docxOf, epubOf, odtOf, zipOf } from '../main/import/testing/office-files.ts'
import { makePdf } from '../main/import/testing/pdf-files.ts'
import { type App, expect } from './app.ts'
import { dropFiles } from './dropping.ts'
import { press } from './keyboard.ts'
import { documentRow, textOf } from './reading.ts'
import { writeTexts } from './seeding.ts'
import { test } from './story.ts'

const paragraph = (words: string): string => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
const annotations = (app: App) => app.page.getByRole('dialog', { name: /^Import annotations from/ })
const brought = (app: App) => app.page.getByRole('dialog', { name: 'Annotations imported' })
const importing = (app: App) => annotations(app).getByRole('button', { name: 'Import', exact: true })

const selecting = (source: string, exact: string) => ({
  ...{ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' },
  target: { source, selector: { type: 'TextQuoteSelector', exact } },
  body: { type: 'TextualBody', value: 'Claim', purpose: 'tagging' },
})

test('a text and its annotations that are dropped together come in as one', async ({ app }) => {
  await dropFiles(
    app,
    writeTexts(app, { 'speech.txt': 'The tram pays.\n', 'speech.ann': 'T1\tClaim 4 8\ttram\n' }),
  )
  await expect(annotations(app)).toContainText('brat: 1 document, 1 annotation')
  await importing(app).press('Enter')
  await expect(brought(app)).toContainText('New in the project: 1 document, 1 annotation.')
  await brought(app).getByRole('button', { name: 'Done' }).press('Enter')
  // Nothing follows: the text has come in with its annotations.
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await expect(textOf(app)).toContainText('The tram pays.')
  await expect(documentRow(app, 'speech')).toHaveCount(1)

  await dropFiles(
    app,
    writeTexts(app, {
      'reply.docx': docxOf({ body: paragraph('It does not pay.') }),
      'reply.json': JSON.stringify([selecting('https://example.org/reply.docx', 'does not')]),
    }),
  )
  await expect(annotations(app)).toContainText('1 document, 1 annotation')
  await importing(app).press('Enter')
  await brought(app).getByRole('button', { name: 'Done' }).press('Enter')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await expect(textOf(app)).toContainText('It does not pay.')
  const [speech, reply] = await app.request('document.list', undefined)
  expect([speech, reply]).toMatchObject([{ annotations: 1 }, { annotations: 1 }])
})

test('annotations whose text is not there say so and nothing more is asked: what else was dropped follows', async ({
  app,
}) => {
  await dropFiles(
    app,
    writeTexts(app, {
      'lost.json': JSON.stringify([selecting('https://example.org/lost.html', 'the ferry sank')]),
      'speech.txt': 'The tram pays.\n',
    }),
  )
  await expect(annotations(app)).toContainText(
    '1 left out, since their texts are neither here nor in the files',
  )
  await expect(annotations(app).getByRole('button', { name: 'Go on' })).toBeFocused()
  await expect(importing(app)).toHaveCount(0)
  await press(app, 'Enter')
  await expect(textOf(app)).toContainText('The tram pays.')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
})

test('the same work in a second format says beforehand that it would be there twice', async ({ app }) => {
  const written = writeTexts(app, {
    'speech.tsv':
      '#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|value\n\n\n#Text=The tram pays.\n1-1\t0-3\tThe\t_\t\n1-2\t4-8\ttram\tClaim\t\n1-3\t9-13\tpays\t_\t\n1-4\t13-14\t.\t_\t\n',
    'speech.txt': 'The tram pays.',
    'speech.ann': 'T1\tClaim 4 8\ttram\n',
  })
  const alreadyThere = annotations(app).getByText('1 of 1 annotations is in the project already')
  for (const [at, files] of [written.slice(0, 1), written.slice(1)].entries()) {
    await dropFiles(app, files)
    await expect(annotations(app)).toContainText('1 annotation')
    await expect(alreadyThere).toHaveCount(at)
    if (at > 0) break
    await importing(app).press('Enter')
    await brought(app).getByRole('button', { name: 'Done' }).press('Enter')
    await expect(app.page.getByRole('dialog')).toHaveCount(0)
  }
  await expect(annotations(app)).toContainText('What you import is there twice.')
  await press(app, 'Escape')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
})

const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** Two hundred things as they lie in a folder that nobody has tidied up. */
function untidy(): Record<string, string | Uint8Array> {
  const files: Record<string, string | Uint8Array> = {}
  const each = (count: number, make: (n: number) => Record<string, string | Uint8Array>) => {
    for (let n = 1; n <= count; n++) Object.assign(files, make(n))
  }
  each(10, (n) => ({
    [`note ${n}.txt`]: `Note ${n}: the tram pays for itself.`,
    [`letter ${n}.md`]: `# Letter ${n}\n\nIt does *not*.`,
    [`page ${n}.html`]: `<title>Page ${n}</title><p>Page ${n} says that it pays.</p>`,
    [`minutes ${n}.docx`]: docxOf({ body: paragraph(`Minutes ${n} of the council.`) }),
    [`draft ${n}.odt`]: odtOf({ body: `<text:p>Draft ${n} of an answer.</text:p>` }),
    [`book ${n}.epub`]: epubOf({ chapters: [`<h1>Book ${n}</h1><p>A chapter on trams.</p>`] }),
    [`paper ${n}.pdf`]: makePdf({
      pages: [[{ text: `Paper ${n} on trams and what they cost.`, x: 72, y: 120 }]],
    }),
    [`talk ${n}.srt`]: `1\n00:00:01,000 --> 00:00:02,000\nADA: Talk ${n} on trams.\n`,
    [`film ${n}.vtt`]: `WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ben>Film ${n} on trams.\n`,
    [`table ${n}.csv`]: `title,text\nRow ${n},"Table ${n} says that trams are late."\n`,
  }))
  each(20, (n) => ({
    [`case ${n}.txt`]: `Case ${n}: the bridge is dear.`,
    [`case ${n}.ann`]: `T1\tClaim ${`Case ${n}: `.length} ${`Case ${n}: the bridge`.length}\tthe bridge\n`,
  }))
  each(10, (n) => ({
    [`empty ${n}.txt`]: '',
    [`broken ${n}.docx`]: `PK\x03\x04 this was a letter ${n}`,
    [`copy of note ${n}.txt`]: `Note ${n}: the tram pays for itself.`,
    [`photo ${n}.png`]: png,
    [`old ${n}.doc`]: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, n]),
  }))
  each(5, (n) => ({ [`folder/inside ${n}.txt`]: `Inside ${n} of a folder.` }))
  files['folder/plan.png'] = png
  files['pack.zip'] = zipOf({ 'one.txt': 'One in a zip.', 'two.txt': 'Two in a zip.', 'photo.jpg': 'x' })
  return files
}

test('two hundred files of all kinds are dropped at once, and what becomes of each is said', async ({
  app,
}) => {
  test.slow()
  const paths = writeTexts(app, untidy())
  const isInFolder = (path: string) => /[\\/]folder[\\/]/.test(path)
  const folder = dirname(paths.find(isInFolder)!)
  await dropFiles(app, [...paths.filter((path) => !isInFolder(path)), folder])

  // Twenty sheets of one folder are one thing, and their texts come with them.
  await expect(annotations(app)).toContainText(
    'brat: 20 documents, 20 annotations. The only files with annotations; 152 other files follow',
  )
  await importing(app).press('Enter')
  await expect(brought(app)).toContainText('New in the project: 20 documents, 20 annotations.')
  await brought(app).getByRole('button', { name: 'Done' }).press('Enter')

  const desk = app.page.getByRole('dialog', { name: /^Import \d+ files?$/ })
  await expect(desk.getByRole('button', { name: 'Import 107 documents' })).toBeEnabled({ timeout: 60_000 })
  await expect(desk).not.toContainText('case 1.txt')
  await expect(desk).toContainText('are those of no text: photo.jpg')
  await expect(desk).toContainText('are those of no text: plan.png')
  await desk.getByRole('grid').press('Control+Enter')

  const report = app.page.getByRole('dialog', { name: 'Import', exact: true })
  await expect(report).toContainText('107 documents imported.', { timeout: 60_000 })
  const failed = report.getByRole('region', { name: '40 files could not be imported' })
  await expect(failed).toContainText('There is no text in this file.')
  await expect(failed).toContainText('This is a picture')
  await expect(failed).toContainText('This is an old Word document (.doc)')
  await expect(report.getByRole('region', { name: '10 files already in the project' })).toContainText(
    'copy of note 1.txt',
  )
  await report.getByRole('button', { name: 'Done' }).press('Enter')
  expect(await app.request('document.list', undefined)).toHaveLength(127)

  await press(app, 'Control+Z')
  await expect.poll(async () => (await app.request('document.list', undefined)).length).toBe(20)
  await press(app, 'Control+Z')
  await expect(app.page.getByRole('region', { name: 'No documents yet' })).toBeVisible()
})
