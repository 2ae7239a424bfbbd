import { type App, expect } from './app.ts'
import { press, tabTo } from './keyboard.ts'
import { clickWords, documentRow, inspector, openDocument, statusLine, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const tray = (app: App) => app.page.getByRole('region', { name: 'Pending link' })
const links = (app: App) => inspector(app).getByRole('region', { name: 'Links' }).getByRole('listitem')
const chooser = (app: App) => app.page.getByRole('dialog', { name: 'What does the first do to the second?' })

const claim = 'nobody will lose a garden'
const rebuttal = 'Four gardens stand where the rails shall lie'

/** Clicks an annotation and waits until the inspector shows it. */
async function focus(app: App, words: string): Promise<void> {
  await clickWords(app, words)
  await expect(inspector(app).getByRole('blockquote')).toContainText(words)
}

test.beforeEach(async ({ app }) => {
  await importTexts(app, tramDispute)
  await openDocument(app, answer.title)
})

test('L, another document, L and a letter make a link that both ends show', async ({ app }) => {
  await tag(app, claim)
  await tag(app, rebuttal, 'Rebuttal')
  await expect(documentRow(app, statement.title)).toContainText('1 of 1 claim passage has no counter')

  await focus(app, rebuttal)
  await press(app, 'l')
  await expect(tray(app)).toContainText(rebuttal)
  await inspector(app)
    .getByRole('button', { name: /^Drop the link begun here/ })
    .press('Enter')
  await expect(tray(app)).toBeHidden()
  await expect(inspector(app).getByRole('button', { name: /^Link from here/ })).toBeFocused()
  await press(app, 'l')
  await expect(tray(app)).toContainText(rebuttal)
  await openDocument(app, statement.title)
  await focus(app, claim)
  await expect(inspector(app).getByRole('button', { name: /^End the link here/ })).toBeVisible()
  await press(app, 'l')
  await expect(chooser(app)).toContainText(rebuttal)
  await expect(chooser(app)).toContainText(claim)
  await expect(chooser(app).getByRole('button', { name: /rebuts/ })).toContainText('the second is not so')
  await press(app, 'r')
  await expect(statusLine(app)).toHaveText('Linked: rebuts')
  await expect(tray(app)).toBeHidden()

  await expect(links(app)).toContainText(['… rebuts this'])
  await expect(links(app)).toContainText([rebuttal])
  await expect(links(app)).toContainText([`Rebuttal · ${answer.title}`])
  await expect(documentRow(app, statement.title)).toContainText('1 claim passage, with a counter')
  await openDocument(app, answer.title)
  await focus(app, rebuttal)
  await expect(links(app)).toContainText([claim])
  await expect(links(app)).not.toContainText(['rebuts this'])
})

test('the ends of a link say who speaks, and else whose document they stand in', async ({ app }) => {
  const first = await tag(app, claim)
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'rebuts', first)
  const all = await app.request('document.list', undefined)
  const { id } = all.find(({ title }) => title === answer.title)!
  await app.request('document.update', { id, change: { metadata: { outlet: 'Garden News' } } })
  await app.request('annotation.update', { id: first, change: { speakerName: 'Ann' } })

  await openDocument(app, statement.title)
  await focus(app, claim)
  await expect(links(app)).toContainText(['Garden News (outlet)'])
  await press(app, 'l')
  await expect(tray(app)).toContainText('Ann')
  await openDocument(app, answer.title)
  await focus(app, rebuttal)
  await press(app, 'l')
  await expect(chooser(app)).toContainText('Garden News (outlet)')
  await press(app, 'Escape')
})

test('the ends of a link are swapped with an arrow where it was begun at the claim', async ({ app }) => {
  await tag(app, claim)
  await tag(app, rebuttal, 'Rebuttal')
  await openDocument(app, statement.title)
  await focus(app, claim)
  await press(app, 'l')
  await openDocument(app, answer.title)
  await focus(app, rebuttal)
  await press(app, 'l')
  await expect(chooser(app).locator('q')).toHaveText([claim, rebuttal])
  await press(app, 'ArrowLeft')
  await expect(chooser(app).locator('q')).toHaveText([rebuttal, claim])
  await press(app, 'r')
  await expect(links(app)).toContainText(['rebuts'])
  await expect(links(app)).not.toContainText(['rebuts this'])
})

test('the pending link waits through documents and a restart, and Escape drops it', async ({ app }) => {
  await tag(app, rebuttal, 'Rebuttal')
  await focus(app, rebuttal)
  await press(app, 'l')
  await openDocument(app, statement.title)
  await expect(tray(app)).toContainText(rebuttal)

  await app.restart()
  await expect(tray(app)).toContainText(rebuttal)
  await tray(app).getByRole('button', { name: 'Show' }).click()
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
  await expect(inspector(app).getByRole('blockquote')).toHaveText(rebuttal)
  await press(app, 'Escape')
  await expect(tray(app)).toBeHidden()
  await expect(statusLine(app)).toHaveText('Pending link dropped')
})

test('the other end is found by its words', async ({ app }) => {
  await tag(app, claim)
  await tag(app, 'Noise will fall by half')
  await tag(app, rebuttal, 'Rebuttal')
  await focus(app, rebuttal)
  await press(app, 'l', 'Control+Shift+F')
  const search = app.page.getByRole('combobox', { name: 'Find the other end of the link' })
  await search.fill('garden lose')
  await expect(app.page.getByRole('dialog').getByRole('option')).toHaveText([new RegExp(claim)])
  await press(app, 'Enter')
  await expect(chooser(app)).toContainText(claim)
  await press(app, 'r')
  await expect(links(app)).toContainText([claim])
})

test('a rebuttal undercuts a link from its row', async ({ app }) => {
  const premise = await tag(app, 'Every survey we know says so', 'Premise')
  await link(app, premise, 'supports', await tag(app, 'The tram pays for itself'))
  const undercut = 'The surveys counted no costs'
  await tag(app, undercut, 'Rebuttal')

  await focus(app, undercut)
  await press(app, 'l')
  await openDocument(app, statement.title)
  await focus(app, 'Every survey')
  await tabTo(
    app,
    links(app)
      .getByRole('button', { name: /supports/ })
      .first(),
  )
  await press(app, 'l')
  await expect(chooser(app)).toContainText('a link')
  await expect(chooser(app)).toContainText(
    'supports: “Every survey we know says so” → “The tram pays for itself”',
  )
  await expect(chooser(app).locator(':focus')).toContainText('undercuts')
  await press(app, 'u')
  await expect(statusLine(app)).toHaveText('Linked: undercuts')

  // The link says itself that it is undercut, at both of its ends, and leads to what does.
  const onto = links(app).getByRole('group', { name: 'On this link' }).getByRole('button')
  await expect(onto).toContainText('… undercuts this link')
  await expect(onto).toContainText(undercut)
  await expect(onto).toContainText(`Rebuttal · ${answer.title}`)
  await focus(app, 'The tram pays for itself')
  await expect(onto).toContainText(undercut)
  await tabTo(app, onto)
  await press(app, 'Enter')
  await expect(textOf(app)).toHaveAccessibleName(answer.title)
  await expect(inspector(app).getByRole('blockquote')).toHaveText(undercut)
  await openDocument(app, statement.title)
  const inMargin = app.page
    .locator('.margin-card')
    .first()
    .getByRole('button', { name: /undercuts this link/ })
  await expect(inMargin).toContainText(answer.title)
  await inMargin.click()
  await expect(textOf(app)).toHaveAccessibleName(answer.title)

  await openDocument(app, answer.title)
  await focus(app, undercut)
  await expect(links(app)).toContainText(['undercuts'])
  await expect(links(app)).toContainText([/supports.*The tram pays for itself/])
})

test('a link onto a link is an end itself, by whatever key a person has for that', async ({ app }) => {
  await app.request('app.preferences', { keys: { 'link.start': ['CmdOrCtrl+Shift+Y'] } })
  await app.restart()
  const premise = await tag(app, 'Every survey we know says so', 'Premise')
  const supported = await tag(app, claim)
  const undercut = await tag(app, 'The surveys counted no costs', 'Rebuttal')
  const support = await link(app, premise, 'supports', supported)
  const linkTypeId = (await app.request('linkType.list', undefined)).find(
    ({ name }) => name === 'undercuts',
  )!.id
  const [source, target] = [{ annotation: undercut }, { link: support.id }]
  await app.request('link.create', { linkTypeId, source, target })
  await openDocument(app, statement.title)
  await focus(app, claim)
  await tabTo(app, links(app).getByRole('group', { name: 'On this link' }).getByRole('button'))
  await press(app, 'Control+Shift+Y')
  await expect(tray(app)).toContainText('undercuts: “The surveys counted no costs”')

  await app.request('app.preferences', { keys: {} })
  await app.restart()
})

test('a symmetric link reads the same at both ends', async ({ app }) => {
  const mine = await tag(app, 'The tram pays for itself')
  await link(app, mine, 'counter-claim of', await tag(app, 'the tram never pays for itself'))
  for (const [title, words] of [
    [statement.title, 'The tram pays'],
    [answer.title, 'the tram never pays'],
  ] as const) {
    await openDocument(app, title)
    await focus(app, words)
    await expect(links(app)).toContainText([/^counter-claim of/])
  }
})

test('Enter goes to the other end and back again, and so does Alt+Left', async ({ app }) => {
  const target = await tag(app, claim)
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'qualifies', target)
  // Of the two links there, this one stands first, and is not the one that was followed.
  await link(app, await tag(app, 'The surveys counted no costs', 'Rebuttal'), 'rebuts', target)
  await focus(app, rebuttal)
  await expect(links(app)).toHaveCount(1)
  const isAt = async (title: string, words: string) => {
    await expect(textOf(app)).toHaveAccessibleName(title)
    await expect(inspector(app).getByRole('blockquote')).toHaveText(words)
    await expect(textOf(app)).toBeFocused()
  }
  await press(app, 'Enter')
  await isAt(statement.title, claim)
  await press(app, 'Enter')
  await isAt(answer.title, rebuttal)
  await press(app, 'Alt+ArrowLeft')
  await isAt(statement.title, claim)
  await press(app, 'Alt+ArrowLeft')
  await isAt(answer.title, rebuttal)
  await press(app, 'Alt+ArrowRight')
  await isAt(statement.title, claim)
})

test('a link is reversed and deleted from its row', async ({ app }) => {
  await link(app, await tag(app, rebuttal, 'Rebuttal'), 'supports', await tag(app, claim))
  await openDocument(app, statement.title)
  await focus(app, claim)
  await expect(links(app)).toContainText(['… supports this'])
  await links(app).getByRole('button', { name: 'More on this link' }).click()
  await app.page.getByRole('menuitem', { name: 'Reverse direction' }).click()
  await expect(links(app)).not.toContainText(['supports this'])

  await tabTo(
    app,
    links(app)
      .getByRole('button', { name: /supports/ })
      .first(),
  )
  await press(app, 'Delete')
  await expect(inspector(app)).toContainText('Not linked yet')
  await expect(statusLine(app)).toHaveText('Link deleted')
})
