import { type App, expect } from './app.ts'
import { dropFiles } from './dropping.ts'
import { chooseByKey, press } from './keyboard.ts'
import { documentRow, textOf } from './reading.ts'
import { writeTexts } from './seeding.ts'
import { test } from './story.ts'

const plan = (app: App) => app.page.getByRole('dialog', { name: /^Import \d+ sets? of annotations$/ })
const set = (app: App, name: string) =>
  plan(app).getByRole('list', { name: 'Sets of annotations' }).getByRole('listitem').filter({ hasText: name })
const report = (app: App) => app.page.getByRole('dialog', { name: 'Import', exact: true })

const doccano = (text: string, ...labels: [number, number, string][]) =>
  `${JSON.stringify({ text, label: labels })}\n`

const three = {
  'speech.txt': 'The tram pays for itself.\n',
  'speech.ann': 'T1\tClaim 4 8\ttram\nT2\tDoubt 9 13\tpays\n',
  'talk.jsonl': doccano('The bridge is dear.', [4, 10, 'doubt']),
  'interview.jsonl': doccano('Nobody rides at night.', [0, 6, 'Claim'], [7, 12, 'Aside']),
}

test('several sets of annotations come in by one list and one table of tags, as one step, with one report', async ({
  app,
}) => {
  await dropFiles(app, writeTexts(app, { ...three, 'note.txt': 'A note\n\nThe ferry sails.' }))
  await expect(plan(app)).toContainText(
    'To come in: 3 documents, 5 annotations. All of it is one step to undo.',
  )
  await expect(plan(app)).toContainText('1 other file follows.')
  await expect(plan(app).getByRole('button', { name: 'Import 3 sets' })).toBeFocused()
  // What two sets call the same is asked once, whatever its case.
  const tags = plan(app).getByRole('region', { name: 'Tags' })
  await expect(tags.getByRole('listitem')).toHaveCount(3)
  await tags.getByRole('button', { name: /What the tag Doubt, doubt is here/ }).press('Enter')
  await expect(app.page.getByRole('option', { name: 'New tag' })).toBeFocused()
  await app.page.keyboard.type('Reb')
  await expect(app.page.getByRole('option', { name: 'Same as Rebuttal' })).toBeFocused()
  await press(app, 'Enter')
  await expect(app.page.getByRole('listbox').and(app.page.locator('.ui-options'))).toHaveCount(0)

  // One of them is looked at closely, and has a choice of its own.
  await set(app, 'interview.jsonl').getByRole('button', { name: 'Look closely' }).press('Enter')
  const one = app.page.getByRole('dialog', { name: '“interview.jsonl”' })
  await expect(one).toContainText('doccano: 1 document, 2 annotations')
  await chooseByKey(app, one.getByRole('button', { name: /What the tag Aside is here/ }), 'Leave out')
  await press(app, 'Control+Enter')
  await expect(set(app, 'interview.jsonl')).toContainText('choices of its own')
  await expect(tags.getByRole('listitem')).toHaveCount(2)
  await press(app, 'Control+Enter')

  const sets = report(app).getByRole('region', { name: '3 sets of annotations imported' })
  await expect(sets.getByRole('listitem').filter({ hasText: 'talk.jsonl' })).toContainText('1 annotation.')
  await expect(report(app)).toContainText('4 documents imported, 3 of them with annotations.')
  await press(app, 'Enter')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  await expect(textOf(app)).toContainText('The ferry sails.')
  const named = await app.request('tag.list', undefined)
  expect(named.map(({ name }) => name)).toEqual(['Claim', 'Rebuttal', 'Premise'])

  await press(app, 'Control+Z')
  await expect(documentRow(app, 'A note')).toHaveCount(0)
  await expect(documentRow(app, 'speech')).toBeVisible()
  await press(app, 'Control+Z')
  await expect(app.page.getByRole('region', { name: 'No documents yet' })).toBeVisible()
})

test('of two sets that hold the same work the second is shown again before it would be there twice', async ({
  app,
}) => {
  const files = {
    'speech.txt': 'The tram pays.\n',
    'speech.ann': 'T1\tClaim 4 8\ttram\n',
    'speech.tsv':
      '#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Span|value\n\n\n#Text=The tram pays.\n1-1\t0-3\tThe\t_\t\n1-2\t4-8\ttram\tClaim\t\n1-3\t9-13\tpays\t_\t\n1-4\t13-14\t.\t_\t\n',
  }
  await dropFiles(app, writeTexts(app, files))
  await expect(plan(app).getByRole('button', { name: 'Import 2 sets' })).toBeFocused()
  await press(app, 'Control+Enter')
  await expect(plan(app)).toContainText('1 set came in.')
  await expect(plan(app).getByRole('list', { name: 'Sets of annotations' })).toContainText(
    '1 annotation would be there twice',
  )
  await expect(plan(app).getByRole('checkbox')).not.toBeChecked()
  await expect(plan(app).getByRole('button', { name: 'Close', exact: true }).last()).toBeFocused()
  await press(app, 'Enter')
  await expect(report(app).getByRole('region', { name: '1 set of annotations imported' })).toBeVisible()
  await press(app, 'Enter')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  expect(await app.request('document.list', undefined)).toMatchObject([{ annotations: 1 }])
})

test('sets that are left out leave nothing, and the texts that were dropped with them follow', async ({
  app,
}) => {
  await dropFiles(app, writeTexts(app, { ...three, 'note.txt': 'A note\n\nThe ferry sails.' }))
  await set(app, 'talk.jsonl').getByRole('checkbox').press('Space')
  await expect(plan(app).getByRole('button', { name: 'Import 2 sets' })).toBeVisible()
  await press(app, 'Escape')
  await expect(documentRow(app, 'A note')).toBeVisible()
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
  // The text of a sheet that was left out is a text like others.
  const documents = await app.request('document.list', undefined)
  expect(documents).toMatchObject([{ annotations: 0 }, { annotations: 0 }])
})

test('sets of one name are told apart by their folders, in the list and in the report', async ({ app }) => {
  const files = {
    'ada/talk.jsonl': doccano('The bridge is dear.', [4, 10, 'Claim']),
    'ben/talk.jsonl': doccano('Nobody rides at night.', [0, 6, 'Claim']),
  }
  await dropFiles(app, writeTexts(app, files))
  await expect(set(app, 'ben/talk.jsonl')).toContainText('doccano: 1 document, 1 annotation')
  await set(app, 'ada/talk.jsonl')
    .getByRole('button', { name: 'Look closely at ada/talk.jsonl' })
    .press('Enter')
  await expect(app.page.getByRole('dialog', { name: '“ada/talk.jsonl”' })).toContainText('1 annotation')
  await press(app, 'Control+Enter')
  await expect(plan(app).getByRole('button', { name: 'Import 2 sets' })).toBeVisible()
  await press(app, 'Control+Enter')
  const sets = report(app).getByRole('region', { name: '2 sets of annotations imported' })
  await expect(sets).toContainText('ada/talk.jsonl')
  await expect(sets).toContainText('ben/talk.jsonl')
  await press(app, 'Enter')
  await expect(app.page.getByRole('dialog')).toHaveCount(0)
})
