import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { inspector, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const view = (app: App) => app.page.getByRole('region', { name: 'Work lists', exact: true })
const names = (app: App) => app.page.getByRole('navigation', { name: 'Lists' })
const entries = (app: App) => view(app).getByRole('listbox').getByRole('option')
const strip = (app: App) => app.page.getByRole('region', { name: 'Work list', exact: true })

const title = (app: App) => view(app).getByRole('textbox', { name: 'Title' })

const pays = 'The tram pays for itself within nine years.'
const garden = 'nobody will lose a garden'
const never = 'With its costs the tram never pays for itself.'
const gardens = 'Four gardens'

test('what is left to do is listed with why, walked through by key from text to text, and follows each change', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  const [paysId, gardenId] = [await tag(app, pays), await tag(app, garden)]
  for (const [id, words] of [
    [paysId, 'The tram pays.'],
    [gardenId, 'No garden is lost.'],
  ] as const)
    await app.request('claim.state', { annotationIds: [id], claim: { statement: words } })
  const neverId = await tag(app, never, 'Rebuttal')
  await tag(app, gardens, 'Rebuttal')
  await app.request('annotation.update', { id: neverId, change: { speakerName: 'Neighbours' } })

  await press(app, 'Alt+2')
  await expect(names(app)).toContainText('Claims nobody answers2')
  await expect(names(app)).toContainText('Answers with no target2')
  await names(app).getByRole('button').nth(1).focus()
  await press(app, 'End')
  await expect(names(app).getByRole('button').last()).toBeFocused()
  await press(app, 'Home')
  await expect(names(app).getByRole('button').first()).toBeFocused()
  await press(app, 'ArrowRight')
  await expect(entries(app)).toHaveText([
    /The tram pays\.No link of a rebutting type on its only mention/,
    /No garden is lost\./,
  ])
  await expect(view(app).getByRole('listbox')).toBeFocused()
  await press(app, 'Enter')
  await expect(textOf(app)).toHaveAccessibleName(statement.title)
  await expect(inspector(app).getByRole('blockquote')).toHaveText(pays)
  await expect(strip(app)).toContainText('Claims nobody answers1 of 2')

  await link(app, neverId, 'rebuts', paysId)
  await expect(strip(app)).toContainText('done, 1 left')
  await press(app, 'F4')
  await expect(inspector(app).getByRole('blockquote')).toHaveText(garden)
  await expect(strip(app)).toContainText('1 of 1')
  // It is for the entry: not under another passage, and there again with it.
  await press(app, '[')
  await expect(inspector(app).getByRole('blockquote')).toHaveText(pays)
  await expect(strip(app)).toHaveCount(0)
  await press(app, ']')
  await expect(strip(app)).toContainText('1 of 1')
  await press(app, 'F4')
  await expect(statusLine(app)).toHaveText('Claims nobody answers: this was the last')
  await press(app, 'Control+Z')
  await expect(strip(app)).toContainText('2 of 2')
  await press(app, 'Shift+F4')
  await expect(inspector(app).getByRole('blockquote')).toHaveText(pays)

  await press(app, 'Control+Shift+Z', 'Alt+2')
  await expect(entries(app)).toHaveText([/No garden is lost\./])
  await press(app, 'ArrowLeft', 'ArrowDown', 'Enter')
  await expect(entries(app)).toHaveText([/The tram pays\.Only Neighbours, once/])
})

test('before any claim has a card, the list of unanswered claims leads to the passages that nobody answers', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  const paysId = await tag(app, pays)
  await tag(app, garden)
  await link(app, await tag(app, never, 'Rebuttal'), 'rebuts', paysId)
  await press(app, 'Alt+2')
  await expect(view(app)).toContainText('No card yet')
  await expect(view(app)).toContainText('None has one yet; 2 passages are tagged as a claim.')
  await view(app).getByRole('button', { name: 'Show what nobody answers' }).click()
  const columns = app.page.getByRole('grid', { name: 'Claims and their answers' })
  await expect(columns.getByRole('row')).toHaveText([new RegExp(`${garden}.*Nobody answers this`)])

  // The map has them too.
  await press(app, 'Alt+6')
  const map = app.page.getByRole('region', { name: 'Argument map' })
  await expect(map.getByRole('heading')).toHaveText('Linked passages')
  await expect(map.getByRole('application')).toBeFocused()
  await press(app, 'Home')
  await expect(map.getByRole('application')).toHaveAccessibleName(new RegExp(`${pays}|${never}`))

  // With the cards of the answered one the list is empty, and still tells of the rest.
  await app.request('claim.state', { annotationIds: [paysId], claim: { statement: 'The tram pays.' } })
  await press(app, 'Alt+2')
  await expect(view(app)).toContainText('But 1 passage is tagged as a claim and states none.')
})

test('a list is narrowed, ordered, kept under a name and found again', async ({ app }) => {
  await importTexts(app, tramDispute)
  await tag(app, pays)
  await tag(app, never, 'Rebuttal')
  await tag(app, gardens, 'Rebuttal')
  await press(app, 'Alt+2')
  await names(app)
    .getByRole('button', { name: /Answers with no target/ })
    .click()
  await expect(entries(app)).toHaveCount(2)
  await view(app).getByRole('button', { name: 'Filter', exact: true }).click()
  await title(app).fill(answer.title)
  await title(app).press('Enter')
  await expect(names(app)).toContainText('Claim passages without a card0')
  await view(app).getByRole('button', { name: 'Save…' }).click()
  await expect(app.page.getByRole('textbox', { name: 'Name' })).toBeFocused()
  // The name that is offered gives way to the one that is typed.
  await app.page.keyboard.type('What the answer leaves open')
  await press(app, 'Enter')
  await expect(
    names(app).getByRole('button', { name: 'What the answer leaves open', exact: true }),
  ).toBeVisible()
  await names(app)
    .getByRole('button', { name: /Claim passages/ })
    .click()
  await view(app).getByRole('button', { name: 'Clear', exact: true }).click()
  await expect(entries(app)).toHaveText([/The tram pays.*States no claim yet, not linked/])
  await app.restart()

  await names(app).getByRole('button', { name: 'What the answer leaves open', exact: true }).click()
  await expect(title(app)).toHaveValue(answer.title)
  await expect(entries(app)).toHaveCount(2)
  await press(app, 'Control+Z')
  await expect(names(app)).not.toContainText('What the answer leaves open')

  // It goes by the key that deletes elsewhere, and the keyboard stays among the names.
  await press(app, 'Control+Shift+Z')
  await names(app).getByRole('button', { name: 'What the answer leaves open', exact: true }).press('Delete')
  await expect(names(app)).not.toContainText('What the answer leaves open')
  await expect(names(app).locator(':focus')).toHaveCount(1)
})
