import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from './app.ts'
import { press } from './keyboard.ts'
import { documentRow, textOf } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { tramDispute } from './tram-dispute.ts'

const text = 'The tram pays. Nobody has shown it.\n'

test('a folder of another program comes in by keyboard, its tags being what the person says', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  const folder = join(app.folder, 'corpus')
  mkdirSync(folder)
  writeFileSync(join(folder, 'speech.txt'), text)
  writeFileSync(
    join(folder, 'speech.ann'),
    'T1\tClaim 0 13\tThe tram pays\nT2\tDoubt 15 34\tNobody has shown it\nR1\trebuts Arg1:T2 Arg2:T1\nT3\tDoubt 3 5\tnot there\n',
  )
  await app.chooses([folder])
  await press(app, 'Control+Shift+I')

  const dialog = app.page.getByRole('dialog', { name: 'Import annotations from “corpus”' })
  await expect(dialog).toContainText('brat: 1 document, 2 annotations, 1 link')
  await expect(dialog).toContainText('Documents: 1 will be new.')
  const tags = dialog.getByRole('region', { name: 'Tags' })
  await expect(tags.getByRole('button', { name: /What the tag Claim is here/ })).toContainText(
    'Same as Claim',
  )
  await expect(dialog.getByRole('region', { name: 'Please check: 1 place' })).toContainText('not there')

  // Its name is typed, without what stands before it.
  await tags.getByRole('button', { name: /What the tag Doubt is here/ }).press('Enter')
  await expect(app.page.getByRole('option', { name: 'New tag' })).toBeFocused()
  await app.page.keyboard.type('Reb')
  await expect(app.page.getByRole('option', { name: 'Same as Rebuttal' })).toBeFocused()
  await press(app, 'Enter')
  await expect(tags.getByRole('button', { name: /What the tag Doubt is here/ })).toContainText(
    'Same as Rebuttal',
  )
  await expect(tags.getByRole('button', { name: /What the tag Doubt is here/ })).toBeFocused()
  await press(app, 'Control+Enter')

  const done = app.page.getByRole('dialog', { name: 'Annotations imported' })
  await expect(done).toContainText('New in the project: 1 document, 2 annotations, 1 link.')
  await app.page.keyboard.press('Enter')
  await expect(documentRow(app, 'speech')).toBeVisible()
  await expect(textOf(app)).toContainText('Nobody has shown it')
  const speech = (await app.request('document.list', undefined)).find(({ title }) => title === 'speech')
  expect(speech).toMatchObject({ annotations: 2, links: 1 })

  await press(app, 'Control+Z')
  await expect(documentRow(app, 'speech')).toHaveCount(0)
})

test('of very many doubtful places the first are listed and the others counted', async ({ app }) => {
  const folder = join(app.folder, 'corpus')
  mkdirSync(folder)
  writeFileSync(join(folder, 'speech.txt'), text)
  const rows = Array.from({ length: 1500 }, (_, n) => `T${n + 2}\tClaim 0 3\tnot there ${n}\n`)
  writeFileSync(join(folder, 'speech.ann'), `T1\tClaim 0 13\tThe tram pays\n${rows.join('')}`)
  await app.chooses([folder])
  await press(app, 'Control+Shift+I')

  const found = app.page.getByRole('dialog', { name: 'Import annotations from “corpus”' })
  const places = (dialog: typeof found) => dialog.getByRole('region', { name: 'Please check: 1,500 places' })
  await expect(places(found).getByRole('listitem')).toHaveCount(200)
  await expect(places(found)).toContainText('And 1,300 more.')
  await press(app, 'Control+Enter')

  const done = app.page.getByRole('dialog', { name: 'Annotations imported' })
  await expect(done).toContainText('Annotations whose words are not in the text: 1,500')
  await expect(places(done).getByRole('listitem')).toHaveCount(200)
  await expect(places(done)).toContainText('And 1,300 more.')
})

test('of thousands of annotations over one word all come in, and the text tells that it does not draw all', async ({
  app,
}) => {
  const folder = join(app.folder, 'corpus')
  mkdirSync(folder)
  writeFileSync(join(folder, 'speech.txt'), text)
  const rows = Array.from({ length: 3000 }, (_, n) => `T${n + 1}\tLayer${n % 5} 4 8\ttram\n`)
  writeFileSync(join(folder, 'speech.ann'), rows.join(''))
  await app.chooses([folder])
  await press(app, 'Control+Shift+I')
  const found = app.page.getByRole('dialog', { name: 'Import annotations from “corpus”' })
  await expect(found).toContainText('brat: 1 document, 3,000 annotations')
  await press(app, 'Control+Enter')
  const done = app.page.getByRole('dialog', { name: 'Annotations imported' })
  await expect(done).toContainText('1 document, 3,000 annotations')
  await app.page.keyboard.press('Enter')

  await expect(textOf(app)).toContainText('Nobody has shown it')
  const told = (more: string) => app.page.getByTitle(`${more} more here than are drawn`)
  await expect(told('2,963')).toBeVisible()
  await expect(app.page.locator('.document-bar')).toHaveCount(37)

  await press(app, 'Control+Z')
  await expect(documentRow(app, 'speech')).toHaveCount(0)
  await press(app, 'Control+Shift+Z')
  await documentRow(app, 'speech').click()
  await expect(told('2,963')).toBeVisible()
})

test('a folder that a colleague has edited comes back into its own project, and one step takes it back', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  const noise = await tag(app, 'Noise will fall by half')
  const gardens = await tag(app, 'Four gardens')
  const folder = join(app.folder, 'for a colleague')
  await app.savesTo(folder)
  await press(app, 'Control+E')
  const exporting = app.page.getByRole('dialog', { name: 'Export dataset' })
  await exporting.getByRole('button', { name: /^Format|Format$/ }).click()
  await app.page.getByRole('option', { name: /^brat/ }).click()
  await exporting.getByRole('button', { name: 'Export…' }).click()
  await app.page.getByRole('button', { name: 'Done' }).click()

  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ann'),
  )
  for (const name of sheets) {
    const content = readFileSync(join(folder, name), 'utf8')
    const edited = content
      .replace(/Claim (\d+ \d+\tNoise)/, 'Rebuttal $1')
      .split('\n')
      .filter((line) => !line.includes('Four gardens'))
    writeFileSync(join(folder, name), edited.join('\n'))
  }
  await app.chooses([folder])
  await press(app, 'Control+Shift+I')

  const dialog = app.page.getByRole('dialog', { name: /Import annotations from/ })
  const changed = dialog.getByRole('region', { name: 'Changed in the files: 1' })
  await expect(changed).toContainText('Noise will fall by half')
  await expect(changed).toContainText('Claim → Rebuttal')
  const missing = dialog.getByRole('region', { name: 'Missing in the files: 1' })
  await expect(missing.getByRole('checkbox', { name: 'Delete these here' })).not.toBeChecked()
  await missing.getByRole('checkbox', { name: 'Delete these here' }).focus()
  await app.page.keyboard.press('Space')
  await dialog.getByRole('button', { name: 'Import', exact: true }).focus()
  await app.page.keyboard.press('Enter')

  const report = app.page.getByRole('dialog', { name: 'Annotations imported' })
  await expect(report).toContainText('Changed as the files have it: 1 annotation.')
  await expect(report).toContainText('Deleted: 1 annotation.')
  await app.page.keyboard.press('Enter')
  const nameOf = async () => {
    const { tagId } = await app.request('annotation.get', { id: noise })
    return (await app.request('tag.list', undefined)).find(({ id }) => id === tagId)?.name
  }
  expect(await nameOf()).toBe('Rebuttal')

  await press(app, 'Control+Z')
  await expect.poll(nameOf).toBe('Claim')
  expect(await app.request('annotation.get', { id: gardens })).toMatchObject({ quote: ['Four gardens'] })
})
