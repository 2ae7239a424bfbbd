import type { Locator } from '@playwright/test'
import type { AnnotationId, DocumentId } from '../preload/contract/ids.ts'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { importTexts, link } from './seeding.ts'
import { test } from './story.ts'

const numbered = (many: number, words: string) =>
  Array.from({ length: many }, (_, i) => `${words} number ${i + 1}.`).join(' ')

/** Tags each sentence of a text. */
async function tagSentences(app: App, documentId: DocumentId, name: string): Promise<AnnotationId[]> {
  const { text } = await app.request('document.text', { id: documentId })
  const tags = await app.request('tag.list', undefined)
  const tagId = tags.find((one) => one.name === name)!.id
  const ids: AnnotationId[] = []
  for (const found of text.matchAll(/[^.]+\./g)) {
    const start = found.index + (found[0].startsWith(' ') ? 1 : 0)
    const spans = [{ start, end: found.index + found[0].length }]
    ids.push((await app.request('annotation.create', { documentId, tagId, spans })).id)
  }
  return ids
}

/** Asks for more by key, and waits until the keyboard is at the first row that came. */
async function goesOn(list: Locator, button: string, row: Locator, before: number): Promise<void> {
  await expect(row).toHaveCount(before)
  await list.getByRole('button', { name: button, exact: true }).press('Enter')
  await expect(row.nth(before), `${button}: the first that came has the keyboard`).toBeFocused()
}

test('where more of a list is asked for, the keyboard goes on at the first that came', async ({ app }) => {
  const [stated, against] = await importTexts(app, {
    'Stated.txt': numbered(105, 'The tram pays'),
    'Against.txt': numbered(55, 'The tram does not pay'),
  })
  const mentions = await tagSentences(app, stated!, 'Claim')
  const rebuttals = await tagSentences(app, against!, 'Rebuttal')
  await app.request('claim.state', { annotationIds: mentions, claim: { statement: 'The tram pays.' } })
  const [claim] = await app.request('claim.list', undefined)
  for (const rebuttal of rebuttals) await link(app, rebuttal, 'rebuts', mentions[0]!)
  for (let i = 0; i < 8; i += 1) {
    await app.request('claim.update', { id: claim!.id, change: { note: `Read ${i} times` } })
    await app.request('claim.update', { id: claim!.id, change: { statement: `The tram pays, ${i}.` } })
  }
  await app.request('annotation.update', { id: mentions[0]!, change: { speakerName: 'Ada' } })
  await app.request('annotation.updateMany', { ids: rebuttals, change: { speakerName: 'Ben' } })

  await press(app, 'Alt+3')
  const section = (name: string) => app.page.getByRole('article').getByRole('region', { name })
  const entries = (name: string) => section(name).locator('.claim-entry')
  await goesOn(section('Stands against it'), 'Show 5 more', entries('Stands against it'), 50)
  await goesOn(section('Mentions'), 'Show 5 more', entries('Mentions'), 100)
  const history = section('History').getByRole('listitem')
  const more = section('History').getByRole('button', { name: /^Show \d+ more$/ })
  await expect(history).toHaveCount(12)
  await goesOn(section('History'), (await more.textContent())!, history, 12)

  await press(app, 'Alt+7')
  await app.page.getByRole('option', { name: /^Ben/ }).click()
  await goesOn(section('Where they speak'), 'Show more', entries('Where they speak'), 50)
  await app.page.getByRole('radio', { name: 'Matrix', exact: true }).click()
  const grid = app.page.getByRole('grid')
  await expect(grid.getByRole('gridcell', { name: 'Ben answers Ada: 55 against' })).toBeVisible()
  await grid.focus()
  await press(app, 'Control+Home', 'ArrowRight')
  await expect(grid.getByRole('gridcell', { name: 'Ben answers Ada: 55 against' })).toHaveAttribute(
    'data-cursor',
  )
  await press(app, 'Enter')
  const links = app.page.getByRole('region', { name: 'Ben answers Ada' })
  await goesOn(links, 'Show more', links.locator('.claim-entry'), 50)
})

test('a table of numbers goes on by key at the first row that came', async ({ app }) => {
  const [documentId] = await importTexts(app, { 'Topics.txt': numbered(1, 'The tram pays') })
  for (let i = 1; i <= 105; i += 1) {
    const { id: tagId } = await app.request('tag.create', { name: `Topic ${i}` })
    await app.request('annotation.create', {
      documentId: documentId!,
      tagId,
      spans: [{ start: 0, end: 8 }],
    })
  }
  await press(app, 'Alt+1')
  const chart = app.page.getByRole('region', { name: 'Passages by tag', exact: true })
  await chart.getByRole('button', { name: 'Passages by tag as a table' }).click()
  const figures = chart.getByRole('table').locator('tbody tr td:first-of-type').getByRole('button')
  await goesOn(chart, 'Show more of 105', figures, 100)
})
