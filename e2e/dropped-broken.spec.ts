import { type App, expect } from './app.ts'
import { dropFiles } from './dropping.ts'
import { writeTexts } from './seeding.ts'
import { test } from './story.ts'

const annotations = (app: App) => app.page.getByRole('dialog', { name: /^Import annotations from/ })
const brought = (app: App) => app.page.getByRole('dialog', { name: 'Annotations imported' })
const report = (app: App) => app.page.getByRole('dialog', { name: 'Import', exact: true })

test('files with annotations that cannot be read do not stand in the way of those that can', async ({
  app,
}) => {
  await dropFiles(
    app,
    writeTexts(app, {
      'broken.qde': '<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0"><Sources>',
      'talk.jsonl': '{"text": "The tram pays.", "label": [[4, 8, "Claim"]]}\n',
      'twice.xmi': '<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0"><',
    }),
  )
  await annotations(app).getByRole('button', { name: 'Import', exact: true }).press('Enter')
  await brought(app).getByRole('button', { name: 'Done' }).press('Enter')

  const failed = report(app).getByRole('region', { name: '2 files could not be imported' })
  await expect(failed.getByRole('listitem')).toContainText(['broken.qde', 'twice.xmi'])
  await failed.getByRole('button', { name: 'Copy list' }).press('Enter')
  const copied = () => app.electron.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toMatch(/^File\tWhy\nbroken\.qde\t.+\ntwice\.xmi\t.+$/)
  await report(app).getByRole('button', { name: 'Done' }).press('Enter')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  expect(await app.request('document.list', undefined)).toHaveLength(1)
})

test('what is dropped and is no file on the disk is said to be none', async ({ app }) => {
  await app.page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['The tram pays.'], 'from-a-page.txt'))
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data })
      document.body.dispatchEvent(event)
    }
  })
  await expect(app.page.getByText('1 thing that was dropped is no file on this computer')).toBeVisible()
})
