import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { clickWords, inspector, openDocument, statusLine, textOf } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const claims = (app: App) => app.page.getByRole('listbox', { name: 'Claims' }).getByRole('option')
const card = (app: App) => app.page.getByRole('article')
const section = (app: App, name: string) => card(app).getByRole('region', { name })

const pays = 'The tram pays for itself within nine years.'
const never = 'With its costs the tram never pays for itself.'

test('passages state claims by key; a card tells what is said of one, and a link between claims is inherited', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await tag(app, pays)
  await tag(app, never, 'Rebuttal')
  await openDocument(app, statement.title)
  await clickWords(app, pays)
  await expect(inspector(app).getByRole('blockquote')).toContainText(pays)
  await press(app, 'k')
  const picker = app.page.getByRole('combobox', { name: 'This passage states…' })
  await expect(picker).toBeFocused()
  await press(app, 'Enter')
  const field = app.page.getByRole('textbox', { name: 'Statement' })
  await expect(field).toHaveValue(pays)
  await app.page.keyboard.insertText('The tram pays.')
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('This states a new claim: The tram pays.')

  await openDocument(app, answer.title)
  await clickWords(app, never)
  await expect(inspector(app).getByRole('blockquote')).toContainText(never)
  await press(app, 'k')
  const offered = app.page.getByRole('listbox', { name: 'This passage states…' }).getByRole('option')
  await expect(offered.first().locator('mark')).toHaveText(['The', 'tram', 'pays'])
  await app.page.keyboard.insertText('It never pays.')
  await expect(offered).toHaveText([/New claim…/])
  await press(app, 'Enter')
  await expect(statusLine(app)).toHaveText('This states a new claim: It never pays.')

  await press(app, 'Control+Shift+k')
  await expect(claims(app)).toHaveText([/It never pays\..*1 mention.*Not answered/, /The tram pays\./])
  await expect(section(app, 'Mentions')).toContainText(never)
  await press(app, 'l', 'ArrowDown')
  await expect(card(app)).toHaveAccessibleName('Claim: The tram pays.')
  await press(app, 'l', 'r')
  await expect(statusLine(app)).toHaveText('Linked: rebuts')
  await expect(section(app, 'Stands against it')).toContainText('Of the claim itself')
  await expect(claims(app).filter({ hasText: 'The tram pays.' })).toContainText('Answered')

  await section(app, 'Mentions').getByRole('button').click()
  await expect(textOf(app)).toHaveAccessibleName(statement.title)
  await expect(inspector(app).getByRole('region', { name: 'Links' })).toContainText(
    'Inherited from the claim',
  )
  await press(app, 'Control+Shift+k')
  await expect(section(app, 'Mentions').getByRole('button')).toBeFocused()
})

test('words typed make a claim at once, or a mention of the one that is there in these words', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await tag(app, pays)
  await tag(app, never, 'Rebuttal')
  const told = [
    [statement, pays, 'The tram never pays.', 'This states a new claim: The tram never pays.'],
    [
      answer,
      never,
      'the tram never pays',
      'This states the claim that is there already in these words. 2 mentions now',
    ],
  ] as const
  for (const [document, passage, words, said] of told) {
    await openDocument(app, document.title)
    await clickWords(app, passage)
    await expect(inspector(app).getByRole('blockquote')).toContainText(passage)
    await press(app, 'k')
    await expect(app.page.getByRole('combobox', { name: 'This passage states…' })).toBeFocused()
    await app.page.keyboard.insertText(words)
    await expect(app.page.getByText('1 found')).toBeAttached()
    await press(app, 'Shift+Enter')
    await expect(statusLine(app)).toHaveText(said)
  }
  await press(app, 'Control+Shift+k')
  await expect(claims(app)).toHaveText([/The tram never pays\..*2 mentions/])
})

test('claims are merged after a look at what changes, or deleted together, and undone in one step', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  for (const words of ['The tram pays.', 'The tram pays for itself.'])
    await app.request('claim.create', { statement: words })
  const list = await app.request('claim.list', undefined)
  const types = await app.request('linkType.list', undefined)
  const linkTypeId = types.find(({ uid }) => uid === 'restates')!.id
  await app.request('link.create', {
    linkTypeId,
    source: { claim: list[0]!.id },
    target: { claim: list[1]!.id },
  })
  await press(app, 'Control+Shift+k')
  await expect(claims(app)).toHaveCount(2)
  await press(app, ' ', 'Shift+ArrowDown', 'm')
  const dialog = app.page.getByRole('dialog', { name: 'Merge 2 claims' })
  await expect(dialog.getByRole('region', { name: 'What changes' })).toContainText(
    'A link goes, since it would join the claim with itself',
  )
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(claims(app)).toHaveCount(1)
  await expect(section(app, 'History')).toContainText('Merge a claim into')
  await press(app, 'Control+z')
  await expect(claims(app)).toHaveCount(2)

  // Delete takes all that are chosen, as one step, and goes on next to them.
  for (const words of ['Nobody pays.', 'Everybody pays.'])
    await app.request('claim.create', { statement: words })
  await expect(claims(app)).toHaveText([/Everybody/, /Nobody/, /itself/, /The tram pays\./])
  const listed = app.page.getByRole('listbox', { name: 'Claims' })
  await listed.focus()
  await press(app, 'Home', 'ArrowDown', ' ', 'Shift+ArrowDown', 'Delete')
  await expect(statusLine(app)).toHaveText('2 claims deleted. Their passages stay')
  await expect(claims(app)).toHaveText([/Everybody/, /The tram pays\./])
  await expect(card(app)).toHaveAccessibleName('Claim: The tram pays.')
  await press(app, 'Delete')
  await expect(claims(app)).toHaveText([/Everybody/])
  await press(app, 'Control+z', 'Control+z')
  await expect(claims(app)).toHaveCount(4)
})
