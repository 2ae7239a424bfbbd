import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import type { TagId } from '../preload/contract/ids.ts'
import { expect } from './app.ts'
import { closeCodebook, codebook, field, openCodebook, row, rows, tagBar, tree } from './codebook.ts'
import { press } from './keyboard.ts'
import { openDocument, statusLine } from './reading.ts'
import { importTexts, tag } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const claim = 'nobody will lose a garden'

test.beforeEach(async ({ app }) => {
  await importTexts(app, tramDispute)
  await openDocument(app, statement.title)
})

test('the keyboard is in the tree of tags at once', async ({ app }) => {
  await press(app, 'Control+B')
  await expect(rows(app).first()).toBeFocused()
  await press(app, 'ArrowDown')
  await expect(rows(app).nth(1)).toBeFocused()
  await press(app, 'Escape')
  await expect(codebook(app)).toBeHidden()
})

test('keys mean the tag that was just made, and not the one whose row had the keyboard before', async ({
  app,
}) => {
  await openCodebook(app)
  await row(app, 'Claim').click()
  await codebook(app).getByRole('button', { name: 'New tag', exact: true }).click()
  await app.page.keyboard.type('Concession')
  await press(app, 'Enter')
  await expect(row(app, 'Concession')).toBeFocused()
  await press(app, 'Alt+ArrowUp')
  await expect(rows(app)).toHaveText([/Claim/, /Rebuttal/, /Concession/, /Premise/])
  await expect(row(app, 'Concession')).toBeFocused()
  await press(app, 'F2')
  await app.page.keyboard.insertText('Offer')
  await press(app, 'Enter')
  await expect(rows(app)).toHaveText([/Claim/, /Rebuttal/, /Offer/, /Premise/])
  await press(app, 'Shift+ArrowDown')
  await expect(codebook(app)).toContainText('Offer, Premise')
  await press(app, 'ArrowUp')
  await expect(row(app, 'Offer')).toBeFocused()
})

test('a screen reader is told where a tag stands, and the tree is walked, opened, chosen from and typed into by key', async ({
  app,
}) => {
  const made: Record<string, TagId> = {}
  for (const [name, above] of [
    ['Costs', ''],
    ['Building', 'Costs'],
    ['Rails', 'Building'],
    ['Upkeep', 'Costs'],
    ['Noise', ''],
  ] as const)
    made[name] = (await app.request('tag.create', { name, parentId: made[above] ?? null })).id
  await openCodebook(app)
  await expect(tree(app)).toHaveAttribute('aria-rowcount', '8')
  await expect(row(app, 'Upkeep')).toHaveAttribute('aria-level', '2')
  await expect(row(app, 'Upkeep')).toHaveAttribute('aria-posinset', '2')
  await expect(row(app, 'Upkeep')).toHaveAttribute('aria-setsize', '2')
  await expect(row(app, 'Rails')).not.toHaveAttribute('aria-expanded', /./)

  await row(app, 'Claim').click()
  await app.page.keyboard.type('co')
  await expect(row(app, 'Costs')).toBeFocused()
  await expect(row(app, 'Costs')).toHaveAttribute('aria-selected', 'true')
  await expect(field(app, 'Name')).toHaveValue('Costs')
  await press(app, 'ArrowLeft')
  await expect(row(app, 'Costs')).toHaveAttribute('aria-expanded', 'false')
  await expect(rows(app)).toHaveText([/Claim/, /Rebuttal/, /Premise/, /Costs/, /Noise/])
  await press(app, 'ArrowRight', 'ArrowRight')
  await expect(row(app, 'Building')).toBeFocused()
  await press(app, 'ArrowDown', 'ArrowLeft')
  await expect(row(app, 'Building'), 'from a tag to the one above it').toBeFocused()
  await press(app, 'End')
  await expect(row(app, 'Noise')).toBeFocused()
  await press(app, 'Shift+ArrowUp', 'Shift+ArrowUp')
  await expect(codebook(app)).toContainText('3 tags chosen')
  await expect(codebook(app)).toContainText('Rails, Upkeep, Noise')
  await press(app, 'Escape')
  await expect(field(app, 'Name'), 'the first Escape gives the others up').toHaveValue('Rails')
  await press(app, 'Shift+ArrowDown', 'Shift+ArrowDown')
  await expect(codebook(app)).toContainText('Rails, Upkeep, Noise')
  await press(
    app,
    'Control+ArrowUp',
    'Control+ArrowUp',
    'Control+ArrowUp',
    'Control+ArrowUp',
    'Control+Space',
  )
  await expect(codebook(app)).toContainText('Costs, Rails, Upkeep, Noise')
  await press(app, 'Home')
  await expect(field(app, 'Name')).toHaveValue('Claim')

  // By mouse, an arrow opens and closes, and leaves the keyboard and what is chosen where they are.
  await row(app, 'Rails').click()
  await row(app, 'Costs').getByRole('button', { name: 'Collapse Costs' }).click()
  await expect(row(app, 'Rails')).toBeHidden()
  await expect(row(app, 'Costs'), 'the row with the keyboard has gone').toBeFocused()
  await expect(field(app, 'Name')).toHaveValue('Rails')
  await row(app, 'Costs').getByRole('button', { name: 'Expand Costs' }).click()
  await expect(row(app, 'Rails')).toBeVisible()
  // Dropped between two tags, it stands between them; several that are chosen go together.
  await row(app, 'Noise').dragTo(row(app, 'Building'), { targetPosition: { x: 80, y: 3 } })
  await expect(rows(app)).toHaveText([
    /Claim/,
    /Rebuttal/,
    /Premise/,
    /Costs/,
    /Noise/,
    /Building/,
    /Rails/,
    /Upkeep/,
  ])
  await expect(row(app, 'Noise')).toHaveAttribute('aria-level', '2')
  await row(app, 'Noise').click()
  await row(app, 'Upkeep').click({ modifiers: ['Control'] })
  await row(app, 'Upkeep').dragTo(row(app, 'Claim'), { targetPosition: { x: 80, y: 27 } })
  await expect(rows(app)).toHaveText([
    /Claim/,
    /Noise/,
    /Upkeep/,
    /Rebuttal/,
    /Premise/,
    /Costs/,
    /Building/,
    /Rails/,
  ])
  // By key they go together too.
  await row(app, 'Upkeep').focus()
  await press(app, 'Alt+ArrowUp')
  await expect(rows(app)).toHaveText([
    /Noise/,
    /Upkeep/,
    /Claim/,
    /Rebuttal/,
    /Premise/,
    /Costs/,
    /Building/,
    /Rails/,
  ])
  await expect(row(app, 'Upkeep')).toBeFocused()
  await press(app, 'Alt+ArrowUp')
  await expect(statusLine(app)).toHaveText('They cannot go further')
  await row(app, 'Building').click({ modifiers: ['Control'] })
  await press(app, 'Alt+ArrowUp')
  await expect(statusLine(app)).toHaveText(
    'Only tags that stand under the same one can be moved together by key',
  )
  await row(app, 'Costs').click()
  await press(app, 'Delete')
  await expect(app.page.getByRole('alertdialog')).toContainText('1 tag below it takes its place.')
  await press(app, 'Escape')
  await row(app, 'Rails').dblclick()
  await app.page.keyboard.insertText('Tracks')
  await press(app, 'Enter')
  await expect(row(app, 'Tracks')).toBeFocused()
  await press(app, 'Tab', 'Shift+Tab')
  await expect(row(app, 'Tracks'), 'the tree is one stop of the Tab key').toBeFocused()
})

test('of a codebook of hundreds the row with the keyboard is in sight and has its name, however far it goes', async ({
  app,
}) => {
  const path = join(app.folder, 'large.csv')
  const names = Array.from({ length: 400 }, (_, index) => `Topic ${String(index).padStart(3, '0')}`)
  writeFileSync(path, `name\r\n${names.join('\r\n')}\r\n`)
  await openCodebook(app)
  await app.chooses([path])
  await codebook(app).getByRole('button', { name: 'Import…' }).click()
  const importing = app.page.getByRole('dialog', { name: 'Import a codebook' })
  await expect(importing).toContainText('400 new')
  await expect(importing.getByRole('listitem')).toHaveCount(100)
  await importing.getByRole('button', { name: 'Show 100 more of 300' }).click()
  await expect(importing.getByRole('listitem')).toHaveCount(200)
  await importing.getByRole('button', { name: 'Show 100 more of 200' }).press('Enter')
  await importing.getByRole('button', { name: 'Show 100 more of 100' }).press('Enter')
  await expect(
    importing.getByRole('listitem').nth(300).getByRole('radio', { name: 'Add' }),
    'where the button stood the entries go on',
  ).toBeFocused()
  await importing.getByRole('listitem').nth(199).getByRole('radio', { name: 'Leave out' }).click()
  await importing.getByRole('button', { name: 'Import 399' }).click()
  await expect(importing).toBeHidden()
  await row(app, 'Claim').click()
  await press(app, 'Home')
  await expect(rows(app).first()).toBeFocused()
  expect(await rows(app).count(), 'what cannot be seen is not drawn').toBeLessThan(60)
  await press(app, 'End')
  await expect(row(app, 'Topic 399')).toBeFocused()
  await expect(row(app, 'Topic 399')).toBeInViewport()
  await expect(row(app, 'Topic 399')).toHaveAttribute('aria-rowindex', '402')
  await press(app, 'PageUp', 'F2')
  await app.page.keyboard.insertText('Here')
  await press(app, 'Enter')
  await expect(row(app, 'Here')).toBeFocused()
  await expect(row(app, 'Here')).toBeInViewport()
  // Scrolled away by the wheel, the row keeps the keyboard, and an arrow comes back to it.
  await tree(app).hover()
  await app.page.mouse.wheel(0, -20_000)
  await expect(row(app, 'Topic 000')).toBeInViewport()
  await expect(row(app, 'Here')).toBeFocused()
  await press(app, 'ArrowUp')
  await expect(row(app, 'Here')).toBeInViewport()
})

test('tags are moved by key and by mouse, renamed and taken back without leaving the codebook', async ({
  app,
}) => {
  await tag(app, claim)
  await openCodebook(app)
  await row(app, 'Premise').click()
  await press(app, 'Alt+ArrowUp')
  await expect(rows(app)).toHaveText([/Claim/, /Premise/, /Rebuttal/])
  await press(app, 'Alt+ArrowRight')
  await expect(row(app, 'Premise')).toHaveAttribute('aria-level', '2')
  await expect(row(app, 'Claim')).toHaveAccessibleName(/1 annotation, 1 with those below$/)
  await press(app, 'Alt+ArrowRight')
  await expect(row(app, 'Premise')).toHaveAttribute('aria-level', '2')

  await row(app, 'Rebuttal').dragTo(row(app, 'Premise'))
  await expect(row(app, 'Rebuttal')).toHaveAttribute('aria-level', '3')
  await row(app, 'Claim').dragTo(row(app, 'Rebuttal'))
  await expect(rows(app)).toHaveText([/Claim/, /Premise/, /Rebuttal/])

  await row(app, 'Claim').click()
  await press(app, 'F2')
  await app.page.keyboard.insertText('Assertion')
  await press(app, 'Enter')
  await expect(row(app, 'Assertion')).toBeFocused()
  await press(app, 'ArrowLeft')
  await expect(rows(app)).toHaveCount(1)
  await press(app, 'Control+Z')
  await expect(row(app, 'Claim')).toBeVisible()
  await press(app, 'ArrowRight')
  await press(app, 'Control+Z')
  await press(app, 'Control+Z')
  await expect(row(app, 'Premise')).toHaveAttribute('aria-level', '1')
  await closeCodebook(app)
  await expect(tagBar(app).getByRole('button')).toHaveText([/Claim/, /Premise/, /Rebuttal/, 'Codebook…'])
})

test('each step that moves a tag goes on from the one before, however fast they are pressed', async ({
  app,
}) => {
  for (const name of ['Testimony', 'Figure']) await app.request('tag.create', { name })
  await openCodebook(app)
  await row(app, 'Figure').click()
  await pressAtOnce(row(app, 'Figure'), 'ArrowUp', 'ArrowUp', 'ArrowUp')
  await expect(rows(app)).toHaveText([/Claim/, /Figure/, /Rebuttal/, /Premise/, /Testimony/])
  await pressAtOnce(row(app, 'Figure'), 'ArrowDown', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowDown')
  await expect(rows(app)).toHaveText([/Claim/, /Rebuttal/, /Premise/, /Testimony/, /Figure/])
  await expect(row(app, 'Figure')).toHaveAttribute('aria-level', '1')
  await expect(statusLine(app)).toHaveText('Figure moved')
  await expect(row(app, 'Figure')).toBeFocused()
})

/** Arrows with Alt, all of them before the first of them is kept. */
const pressAtOnce = (at: Locator, ...keys: string[]): Promise<void> =>
  at.evaluate((element, pressed) => {
    for (const key of pressed)
      element.dispatchEvent(
        new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
      )
  }, keys)
