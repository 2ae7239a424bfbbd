import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { inspector, openDocument, statusLine, textOf } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

/** The words that a text without the keyboard shows as selected. */
const markedWords = (app: App) =>
  app.page.evaluate(() => {
    const kept = [...CSS.highlights].flatMap(([name, ranges]) => (name.includes('kept-') ? [...ranges] : []))
    return kept.map(({ startContainer, startOffset, endContainer, endOffset }) => {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      return range.toString()
    })
  })

/** Opens the card of the only claim and asks for its answers there. */
async function askFromCard(app: App) {
  await press(app, 'Control+Shift+k')
  const claims = app.page.getByRole('listbox', { name: 'Claims' })
  await expect(claims.getByRole('option')).toHaveCount(1)
  await press(app, 'w')
  const list = app.page.getByRole('listbox', { name: 'Candidate answers' })
  await expect(list).toBeFocused()
  return { claims, list }
}

test('answers to a claim are found, shown beside it, accepted and dismissed by key, and taken back', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await tag(app, 'The tram pays for itself within nine years.')
  await openDocument(app, statement.title)
  await textOf(app).focus()
  await press(app, 'Control+Home', ']')
  await expect(inspector(app).getByRole('blockquote')).toContainText('The tram pays')

  await press(app, 'w')
  const list = app.page.getByRole('listbox', { name: 'Candidate answers' })
  const rows = list.getByRole('option')
  await expect(list).toBeFocused()
  await expect(rows.first()).toContainText('With its costs the tram never pays for itself.')
  await expect(rows.first()).toContainText('shares 2 words: tram, pays; denies: “never”')
  await expect(rows.first().locator('mark')).toHaveText(['tram', 'pays'])

  await press(app, 'Enter')
  await expect(textOf(app, 'left')).toHaveAccessibleName(statement.title)
  await expect(textOf(app, 'right')).toHaveAccessibleName(answer.title)
  await expect(list).toBeFocused()
  // It is marked there, though the list has the keyboard.
  await expect.poll(() => markedWords(app)).toEqual(['With its costs the tram never pays for itself.'])
  await press(app, 'a')
  await expect(statusLine(app)).toHaveText('Accepted: Rebuttal, rebuts')
  await expect(rows.last()).toContainText('Linked already')
  const next = await rows.first().locator('q').innerText()
  await press(app, 'd')
  await expect(statusLine(app)).toHaveText('Dismissed')
  await expect(rows.last()).toContainText('Dismissed')
  await expect(rows.last()).toContainText(next)

  await press(app, 'Control+z')
  await expect(rows.filter({ hasText: 'Dismissed' })).toHaveCount(0)
  await press(app, 'Control+z')
  await expect(rows.filter({ hasText: 'Linked already' })).toHaveCount(0)
  // The next key is one for the list again.
  await expect(list).toBeFocused()
  await press(app, 'a')
  await expect(rows.last()).toContainText('Linked already')
  await press(app, 'Control+z')
  await expect(rows.first()).toContainText('With its costs the tram never pays for itself.')
  await expect(rows.filter({ hasText: 'Linked already' })).toHaveCount(0)
  await press(app, 'Escape')
  await expect(list).toHaveCount(0)
  await expect(textOf(app, 'left'), 'back at the claim, not in the text shown last').toBeFocused()
})

test('answers to a claim are found from its card, shown in their text, and lead back to the card', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  await app.request('claim.create', { statement: 'The tram pays for itself.' })
  const { claims, list } = await askFromCard(app)
  const denial = list
    .getByRole('option')
    .filter({ hasText: 'With its costs the tram never pays for itself.' })
  await denial.click()
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
  await list.focus()
  await press(app, 'a')
  await expect(statusLine(app)).toHaveText('Accepted: Rebuttal, rebuts')
  await press(app, 'Escape')
  await expect(claims).toBeFocused()
  await expect(app.page.getByRole('region', { name: 'Stands against it' })).toContainText('With its costs')
})

test('from the card of a claim that passages state, an answer is shown beside the first of them', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  const id = await tag(app, 'The tram pays for itself within nine years.')
  const claim = { statement: 'The tram pays for itself.' }
  await app.request('claim.state', { annotationIds: [id], claim })
  await openDocument(app, answer.title)
  const { claims, list } = await askFromCard(app)
  await expect(textOf(app, 'left')).toHaveAccessibleName(statement.title)
  await press(app, 'Enter')
  await expect(textOf(app, 'right')).toHaveAccessibleName(answer.title)
  await expect(textOf(app, 'left')).toHaveAccessibleName(statement.title)
  await expect(list).toBeFocused()
  await press(app, 'Escape')
  await expect(claims).toBeFocused()
})
