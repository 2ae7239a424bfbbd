import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { test } from './story.ts'

const map = (app: App) => app.page.getByRole('application')

test('the map of claims is walked along links by key, opens cards, and is saved', async ({ app }) => {
  const types = await app.request('linkType.list', undefined)
  const typeOf = (uid: string) => types.find((type) => type.uid === uid)!.id
  const [pays, never, counted] = await Promise.all(
    ['The tram pays.', 'It never does.', 'Nobody counted the costs.'].map((statement) =>
      app.request('claim.create', { statement }),
    ),
  )
  const rebuts = await app.request('link.create', {
    linkTypeId: typeOf('rebuts'),
    source: { claim: never!.id },
    target: { claim: pays!.id },
  })
  await app.request('link.create', {
    linkTypeId: typeOf('undercuts'),
    source: { claim: counted!.id },
    target: { link: rebuts.id },
  })

  await press(app, 'Alt+6')
  await expect(map(app)).toBeFocused()
  await press(app, 'Home')
  await expect(map(app)).toHaveAccessibleName(/^The tram pays\..*“It never does\.”: rebuts this/)
  await press(app, 'ArrowDown')
  await expect(map(app)).toHaveAccessibleName(/^“It never does\.” rebuts “The tram pays\.”.*undercuts this/)
  const saved = join(app.folder, 'map.svg')
  await app.savesTo(saved)
  await app.page.getByRole('button', { name: 'Save as' }).click()
  await app.page.getByRole('menuitem', { name: 'SVG…' }).click()
  await expect(app.page.getByText(`Saved: ${saved}`)).toBeVisible()
  expect(readFileSync(saved, 'utf8')).toContain('>Nobody counted the costs.<')

  await app.page.getByRole('radio', { name: 'List', exact: true }).click()
  const list = app.page.getByRole('list', { name: 'Argument map as a list' })
  await expect(list).toContainText('“Nobody counted the costs.” undercuts this step')
  await list.getByRole('button', { name: /^It never does/ }).press('Enter')
  await expect(app.page.getByRole('article')).toHaveAccessibleName('Claim: It never does.')
})

test('a map that nobody has moved begins anew in a smaller window, so that it is seen whole', async ({
  app,
}) => {
  const types = await app.request('linkType.list', undefined)
  const rebuts = types.find(({ name }) => name === 'rebuts')!.id
  const pays = await app.request('claim.create', { statement: 'The tram pays.' })
  for (let number = 1; number <= 3; number++) {
    const { id } = await app.request('claim.create', { statement: `It never does, for reason ${number}.` })
    await app.request('link.create', {
      linkTypeId: rebuts,
      source: { claim: id },
      target: { claim: pays.id },
    })
  }
  await app.resize(1360, 830)
  await press(app, 'Alt+6')
  const boxes = map(app).locator('.map-box')
  await expect(boxes).toHaveCount(4)
  await app.resize(560, 420)
  const beyond = () =>
    map(app).evaluate((canvas) => {
      const room = canvas.getBoundingClientRect()
      const isOut = ({ left, top, right, bottom }: DOMRect) =>
        left < room.left || top < room.top || right > room.right || bottom > room.bottom
      return [...canvas.querySelectorAll('.map-box')].filter((box) => isOut(box.getBoundingClientRect()))
        .length
    })
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBeLessThan(600)
  await expect.poll(beyond).toBe(0)
  await app.resize(1360, 860)
})

test('a map on which nothing is drawn has nothing to enlarge or to save', async ({ app }) => {
  const lone = await app.request('claim.create', { statement: 'The tram pays.' })
  await press(app, 'Alt+6')
  const buttons = app.page
    .getByRole('region', { name: 'Argument map' })
    .getByRole('button', { name: /^(Smaller|Larger|All of it|Save as)$/ })
  await expect(buttons).toHaveCount(4)
  await app.request('claim.delete', { ids: [lone.id] })
  await expect(app.page.getByText('The map shows claims')).toBeVisible()
  await expect(buttons).toHaveCount(0)
})
