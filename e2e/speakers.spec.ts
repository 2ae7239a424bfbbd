import type { AnnotationId } from '../preload/contract/ids.ts'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { clickWords, inspector, openDocument, pane, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const pays = 'The tram pays for itself within nine years.'
const never = 'With its costs the tram never pays for itself.'
const sunday = 'The noise was measured on a Sunday.'
const noise = 'Noise will fall by half.'

const register = (app: App) => app.page.getByRole('listbox', { name: 'Speakers' }).getByRole('option')
const card = (app: App) => app.page.getByRole('article')
const showing = (app: App, name: string) => app.page.getByRole('radio', { name, exact: true }).click()
const grid = (app: App) => app.page.getByRole('grid')

const say = async (app: App, words: string, name: string, as = 'Claim'): Promise<AnnotationId> => {
  const id = await tag(app, words, as)
  await app.request('annotation.update', { id, change: { speakerName: name } })
  return id
}

async function date(app: App, title: string, metadata: Record<string, string>): Promise<void> {
  const found = (await app.request('document.list', undefined)).find((one) => one.title === title)!
  await app.request('document.update', { id: found.id, change: { metadata } })
}

test('who may be one is suggested, merged after a look and found by either name; who answers whom opens both passages', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await date(app, statement.title, { date: '2021-05-03' })
  await date(app, answer.title, { date: '2021-06' })
  const claim = await say(app, pays, 'Mayor Ada Lindgren')
  await say(app, noise, 'Lindgren')
  await link(app, await say(app, never, 'Neighbours', 'Rebuttal'), 'rebuts', claim)
  await link(app, await tag(app, sunday, 'Rebuttal'), 'supports', claim)

  await press(app, 'Alt+7')
  await expect(register(app)).toHaveText([/^Lindgren/, /^Mayor Ada Lindgren/, /^Neighbours/])
  const likely = app.page.getByRole('region', { name: 'Perhaps the same' })
  await expect(likely).toContainText('“Lindgren” may be short for “Mayor Ada Lindgren”.')
  await likely.getByRole('button', { name: /^Merge/ }).press('Enter')
  const dialog = app.page.getByRole('dialog', { name: 'Merge 2 speakers' })
  await expect(dialog.getByRole('region', { name: 'What changes' })).toContainText(
    '1 passage gets this speaker.',
  )
  await dialog.getByRole('button', { name: 'Merge', exact: true }).press('Enter')
  await expect(statusLine(app)).toHaveText('2 speakers made one, 1 passage moved')
  await expect(likely).toBeHidden()
  await expect(card(app).getByRole('region', { name: 'Other names' })).toContainText('Lindgren')
  await expect(card(app).getByRole('region', { name: 'Where they speak' })).toContainText(
    '2 passages in 1 document',
  )

  await showing(app, 'Matrix')
  const cell = grid(app).getByRole('gridcell', { name: 'Neighbours answers Mayor Ada Lindgren: 1 against' })
  await expect(cell).toHaveText('−1')
  await expect(
    grid(app).getByRole('gridcell', { name: 'Undetermined answers Mayor Ada Lindgren: 1 for' }),
  ).toHaveText('+1')
  await grid(app).focus()
  await press(app, 'Control+Home', 'ArrowRight')
  await expect(cell).toHaveAttribute('data-cursor')
  await press(app, 'Enter')
  const links = app.page.getByRole('region', { name: 'Neighbours answers Mayor Ada Lindgren' })
  await expect(links.getByRole('button', { name: /rebuts/ })).toBeFocused()
  await press(app, 'Enter')
  await expect(textOf(app, 'right')).toHaveAccessibleName(answer.title)
  await expect(pane(app, 'left')).toContainText(pays)
  await expect(inspector(app).getByRole('blockquote')).toHaveText(never)
  await press(app, 'Alt+7')
  await expect(links.getByRole('button', { name: /rebuts/ })).toBeFocused()

  await press(app, 'Escape')
  await showing(app, 'Who answers whom')
  await expect(grid(app).getByRole('row')).toHaveText([
    /^Whoanswers whom/,
    /^NeighboursMayor Ada Lindgren100June 2021June 2021$/,
    /^UndeterminedMayor Ada Lindgren010June 2021June 2021$/,
  ])
  await press(app, 'Control+z')
  await expect(grid(app).getByRole('row').nth(1)).toContainText('Mayor Ada Lindgren')
  await showing(app, 'Register')
  await expect(register(app)).toHaveCount(3)
})

test('the life of a claim: marks by key with their names, the passage and back, nearer and as a table', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await date(app, statement.title, { date: '2021-05-03' })
  await date(app, answer.title, { date: '2021' })
  const claim = await say(app, pays, 'Council')
  await app.request('claim.state', { annotationIds: [claim], claim: { statement: 'The tram pays.' } })
  await app.request('claim.create', { statement: 'Costs do not count.' })
  await link(app, await say(app, never, 'Neighbours', 'Rebuttal'), 'rebuts', claim)

  await press(app, 'Alt+5')
  await expect(grid(app)).toBeFocused()
  await expect(grid(app).getByRole('row')).toHaveText([
    /The tram pays\..*First stated 3 May 2021 by Council.*answered around that time, 122 days before to 242 days after by Neighbours/,
    /Costs do not count\..*No passage states it/,
  ])
  const at = (name: string) =>
    grid(app).locator('[data-cursor]').and(app.page.getByRole('gridcell', { name }))
  await expect(grid(app).getByRole('gridcell', { name: 'Answered 2021, Neighbours' })).toBeVisible()
  await press(app, 'ArrowRight')
  await expect(at('Answered 2021, Neighbours')).toHaveAttribute('data-span')
  await press(app, 'ArrowRight')
  await expect(at('First stated 3 May 2021, Council')).toBeVisible()
  await expect(app.page.getByRole('region', { name: 'Here' })).toContainText(pays)
  const before = await app.page.locator('.time-tick').allTextContents()
  await press(app, '+', '+', '+')
  await expect(
    app.page
      .locator('.time-tick')
      .filter({ hasText: /^(3|May)$/ })
      .first(),
  ).toBeVisible()
  expect(await app.page.locator('.time-tick').allTextContents()).not.toEqual(before)

  await press(app, 'Enter')
  await expect(textOf(app)).toHaveAccessibleName(statement.title)
  await expect(inspector(app).getByRole('blockquote')).toHaveText(pays)
  await press(app, 'Alt+5')
  await expect(grid(app)).toBeFocused()
  await expect(at('First stated 3 May 2021, Council')).toBeVisible()

  await showing(app, 'Table')
  await expect(grid(app).getByRole('row').nth(1)).toContainText('The tram pays.3 May 2021, Council1')
})

test('a passage in a turn is said by whom the turn names, in grey, until somebody is set', async ({
  app,
}) => {
  const debate =
    'WEBVTT\n\n00:01.000 --> 00:03.000\n<v GREEN>The tram pays for itself.\n\n00:05.000 --> 00:06.000\n<v Ada>It never has.\n'
  await importTexts(app, { 'debate.vtt': debate })
  await openDocument(app, 'debate')
  const claim = await tag(app, 'The tram pays')
  await link(app, await tag(app, 'It never has', 'Rebuttal'), 'rebuts', claim)
  await clickWords(app, 'The tram pays')
  const field = inspector(app).getByRole('combobox', { name: 'Speaker' })
  await expect(field).toHaveAttribute('placeholder', 'GREEN, from the turn')
  await expect(inspector(app).getByRole('region', { name: 'Links' })).toContainText('Ada')

  await expect(textOf(app)).toBeFocused()
  await press(app, 's')
  await expect(field).toBeFocused()
  await expect(app.page.getByRole('option', { name: /^GREEN/ })).toContainText('Speaks in this turn')
  await press(app, 'ArrowDown', 'Enter')
  await expect(field).toHaveValue('GREEN')
  await press(app, 'Alt+7')
  await expect(register(app)).toHaveText([/^GREEN/])
  await showing(app, 'Matrix')
  await expect(grid(app).getByRole('gridcell', { name: /^Ada.* answers GREEN: 1 against$/ })).toBeVisible()
})

test('entries of the register that nothing names are found and deleted in one step', async ({ app }) => {
  await importTexts(app, tramDispute)
  await say(app, pays, 'Lindgren')
  await date(app, answer.title, { author: 'Neighbours' })
  for (const name of ['neighbours', 'Nobody', 'Nemo']) await app.request('speaker.create', { name })
  await press(app, 'Alt+7')
  await expect(register(app)).toHaveCount(4)
  await app.page.getByRole('button', { name: 'Everyone' }).click()
  await app.page.getByRole('menuitemradio', { name: 'Named nowhere' }).click()
  await expect(register(app)).toHaveText([/^Nemo/, /^Nobody/])
  await expect(app.page.getByText('2 of 4 speakers')).toBeVisible()
  await app.page.getByRole('button', { name: 'Delete all 2' }).click()
  await expect(statusLine(app)).toHaveText('2 speakers deleted that nothing named')
  await expect(register(app)).toHaveText([/^Lindgren/, /^neighbours/])
  await press(app, 'Control+z')
  await expect(register(app)).toHaveCount(4)
})
