import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { inspector, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

const view = (app: App) => app.page.getByRole('region', { name: 'Consistency doctor' })
const names = (app: App) => app.page.getByRole('navigation', { name: 'Checks' })
const findings = (app: App) => view(app).getByRole('listbox').getByRole('option')

const pays = 'The tram pays for itself within nine years.'
const never = 'With its costs the tram never pays for itself.'

test('what may be wrong is found, gone to, judged as intended and open again when it changes', async ({
  app,
}) => {
  await importTexts(app, tramDispute)
  const [paysId, neverId] = [await tag(app, pays), await tag(app, never, 'Rebuttal')]
  await link(app, neverId, 'rebuts', paysId)
  await link(app, paysId, 'supports', neverId)

  await press(app, 'Alt+8')
  await expect(names(app)).toContainText('Supports what it stands against1')
  await names(app)
    .getByRole('button', { name: /Supports what/ })
    .click()
  await expect(findings(app)).toHaveText([/“rebuts” joins the same two.*The tram pays.*supports.*never pays/])
  await names(app)
    .getByRole('button', { name: /Supports what/ })
    .press('ArrowRight')
  await press(app, 'Shift+Enter')
  await expect(textOf(app, 'left')).toHaveAccessibleName(statement.title)
  await expect(textOf(app, 'right')).toHaveAccessibleName(answer.title)
  await expect(inspector(app).getByRole('blockquote')).toHaveText(never)

  await press(app, 'Alt+8', 'i')
  await expect(view(app)).toContainText('Nothing found')
  await expect(names(app)).toContainText('Supports what it stands against0')
  await view(app).getByRole('radio', { name: 'Intended' }).click()
  await expect(findings(app)).toHaveText([/Intended by /])
  await app.request('annotation.update', {
    id: paysId,
    change: { note: 'The note is not what it is about.' },
  })
  await expect(findings(app)).toHaveCount(1)
  const third = await app.request('tag.list', undefined).then((tags) => tags[2]!.id)
  await app.request('annotation.update', { id: paysId, change: { tagId: third } })
  await expect(view(app)).toContainText('Nothing is marked as intended')
  await view(app).getByRole('radio', { name: 'Open' }).click()
  await expect(findings(app)).toHaveText([/Intended by .*, changed since/])
  await press(app, 'Control+Z', 'Control+Z', 'Control+Z')
  await expect(names(app)).toContainText('Supports what it stands against1')
  await expect(findings(app)).not.toContainText(['Intended'])
})
