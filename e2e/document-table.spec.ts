import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { documentRow, openDocument, statusLine, textOf } from './reading.ts'
import { importTexts, writeTexts } from './seeding.ts'
import { test } from './story.ts'

const grid = (app: App) => app.page.getByRole('grid', { name: 'Documents' })
const rows = (app: App) =>
  grid(app)
    .getByRole('row')
    .filter({ has: app.page.getByRole('gridcell') })
const titles = (app: App) => grid(app).locator('[role="gridcell"][aria-colindex="1"]')
const column = (app: App, name: string) => grid(app).getByRole('columnheader', { name })

const texts = Object.fromEntries(
  ['Letter 10', 'Letter 9', 'Speech', 'Note'].map((title, index) => [
    `${index}.md`,
    `---\ntitle: ${title}\nauthor: Author ${index}\narchive: Box ${index + 7}\n---\n\nThe tram pays for itself.`,
  ]),
)

async function openTable(app: App): Promise<void> {
  await importTexts(app, texts)
  await press(app, 'Control+Shift+D')
  await expect(grid(app)).toBeVisible()
  await grid(app).focus()
}

test('an outlet is written into several documents at once, by keys alone, and taken back in one step', async ({
  app,
}) => {
  await openTable(app)
  await press(app, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown')
  await expect(app.page.getByText('4 documents, 3 chosen')).toBeVisible()
  await press(app, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter')
  const field = app.page.getByRole('combobox', { name: 'Outlet of 3 documents' })
  await expect(field).toBeFocused()
  await expect(app.page.getByText('For 3 documents')).toBeVisible()
  await app.page.keyboard.type('Gazette')
  await press(app, 'Enter')
  await expect(statusLine(app)).toContainText('Outlet set in 3 documents')
  await expect(grid(app).getByRole('gridcell', { name: 'Gazette' })).toHaveCount(3)
  await expect(grid(app)).toBeFocused()

  // What is written is offered in the last row; Escape leaves it as it was.
  await press(app, 'ArrowDown', 'F2')
  await expect(app.page.getByRole('option', { name: 'Gazette' })).toBeVisible()
  await press(app, 'ArrowDown', 'Escape')
  await expect(grid(app).getByRole('gridcell', { name: 'Gazette' })).toHaveCount(3)
  await press(app, 'G')
  await press(app, 'ArrowDown', 'Enter')
  await expect(grid(app).getByRole('gridcell', { name: 'Gazette' })).toHaveCount(4)

  await press(app, 'Control+Z')
  await expect(grid(app).getByRole('gridcell', { name: 'Gazette' })).toHaveCount(3)
  await press(app, 'Control+Z')
  await expect(grid(app).getByRole('gridcell', { name: 'Gazette' })).toHaveCount(0)
  await press(app, 'Control+Shift+Z')
  await expect(grid(app).getByRole('gridcell', { name: 'Gazette' })).toHaveCount(3)
})

test('Tab goes on through the cells, and a date that is none is not taken', async ({ app }) => {
  await openTable(app)
  await press(app, 'ArrowDown', 'Home', 'Enter')
  await app.page.keyboard.type('A letter')
  await press(app, 'Tab')
  await expect(app.page.getByRole('combobox', { name: 'Status' })).toBeFocused()
  await app.page.keyboard.type('do')
  await press(app, 'ArrowDown', 'Tab', 'Tab', 'Tab')
  await expect(app.page.getByRole('combobox', { name: 'Date' })).toBeFocused()
  await app.page.keyboard.type('last spring')
  await press(app, 'Enter')
  await expect(grid(app).getByRole('alert')).toContainText('Write a year, a month or a day')
  // Who clicks elsewhere is told that it was not taken.
  await rows(app).filter({ hasText: 'Note' }).getByRole('gridcell').first().click()
  await expect(statusLine(app)).toContainText('Date stays as it was. Write a year')
  // As it is shown it can be written.
  await rows(app).filter({ hasText: 'A letter' }).getByRole('gridcell').first().click()
  await press(app, 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter')
  await app.page.getByRole('combobox', { name: 'Date' }).fill('9 May 1945')
  await press(app, 'Enter')
  await expect(rows(app).filter({ hasText: 'A letter' })).toContainText('9 May 1945')
  await press(app, 'Enter')
  await expect(app.page.getByRole('combobox', { name: 'Date' })).toHaveValue('1945-05-09')
  await press(app, 'Escape')
  await expect(rows(app).filter({ hasText: 'A letter' })).toContainText('Done')
})

test('the table is sorted, filtered and given other columns, and is so again when the project is opened again', async ({
  app,
  project,
}) => {
  await openTable(app)
  await column(app, 'Title').click()
  await expect(column(app, 'Title')).toHaveAttribute('aria-sort', 'ascending')
  await expect(titles(app)).toHaveText(['Letter 9', 'Letter 10', 'Note', 'Speech'])
  await app.page.getByRole('button', { name: 'Columns' }).click()
  // Several are chosen one after the other, and what is shown is told.
  const ofMenu = (name: string) => app.page.getByRole('menuitemcheckbox', { name })
  await ofMenu('archive').click()
  await expect(ofMenu('archive')).toBeChecked()
  await ofMenu('Words').press('Enter')
  await expect(ofMenu('Words')).not.toBeChecked()
  await press(app, 'Escape')
  await expect(column(app, 'archive')).toBeVisible()

  // By key: up into the head, along it, and the column’s menu.
  await grid(app).focus()
  await press(app, 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'End', 'Alt+ArrowLeft', 'Alt+ArrowDown')
  await app.page.getByRole('menuitem', { name: 'Filter…' }).press('Enter')
  await app.page.getByRole('textbox', { name: 'Words' }).fill('box 1')
  await press(app, 'Enter')
  await expect(titles(app)).toHaveText(['Note'])
  await expect(app.page.getByText('1 of 4 documents')).toBeVisible()

  await press(app, 'Control+Shift+D')
  await expect(app.page.getByText('Choose a document in the list.')).toBeVisible()
  await press(app, 'Control+Shift+D')
  await expect(titles(app)).toHaveText(['Note'])
  await press(app, 'Control+W')
  await expect(app.page.getByRole('region', { name: 'Start' })).toBeVisible()
  await app.open(project)
  await expect(titles(app)).toHaveText(['Note'])
  await app.page.getByRole('button', { name: 'archive contains box 1: take the filter away' }).click()
  await expect(titles(app)).toHaveText(['Letter 9', 'Letter 10', 'Note', 'Speech'])
})

test('documents are collected, the list stands in groups, and a collection goes without them', async ({
  app,
}) => {
  await importTexts(app, texts)
  const list = app.page.locator('[data-area="documents"] [data-area-start]')
  await documentRow(app, 'Letter 10').click()
  await documentRow(app, 'Speech').click({ modifiers: ['Control'] })
  await expect(app.page.getByText('2 of 4 documents chosen')).toBeVisible()
  await documentRow(app, 'Speech').click({ button: 'right' })
  await app.page.getByRole('menuitem', { name: 'Put into a new collection…' }).press('Enter')
  await app.page.getByRole('textbox', { name: 'Name' }).fill('Press')
  await press(app, 'Enter')
  await expect(statusLine(app)).toContainText('2 documents put into Press')

  await app.page.getByRole('button', { name: 'Show', exact: true }).click()
  await app.page.getByRole('menuitemcheckbox', { name: 'Group by collection' }).click()
  const tree = app.page.getByRole('tree', { name: 'Documents' })
  const head = tree.getByRole('treeitem', { name: /^Press/ })
  await expect(head).toContainText('0 of 2 done')
  await expect(tree.getByRole('treeitem')).toHaveCount(6)
  await tree.focus()
  await press(app, 'Home', 'ArrowLeft')
  await expect(head).toHaveAttribute('aria-expanded', 'false')
  await expect(tree.getByRole('treeitem')).toHaveCount(4)
  await press(app, 'ArrowRight')

  await tree.getByRole('treeitem', { name: /Note/ }).dragTo(head)
  await expect(head).toContainText('0 of 3 done')
  // By key as well, the menu closing with its submenu; and out of it by hand.
  await tree.focus()
  await press(app, 'End', 'Shift+F10')
  await app.page.getByRole('menuitem', { name: 'Collections' }).press('ArrowRight')
  await expect(app.page.getByRole('menuitemcheckbox', { name: 'Press' })).not.toBeChecked()
  await app.page.getByRole('menuitemcheckbox', { name: 'Press' }).press('Enter')
  await expect(app.page.getByRole('menu')).toHaveCount(0)
  await expect(head).toContainText('0 of 4 done')
  await press(app, 'Control+Z')
  await expect(head).toContainText('0 of 3 done')
  const inNone = tree.getByRole('treeitem', { name: /^In no collection/ })
  await tree.getByRole('treeitem', { name: /Note/ }).dragTo(inNone)
  await expect(head).toContainText('0 of 2 done')
  await press(app, 'Control+Z')
  await expect(head).toContainText('0 of 3 done')

  // Collections stand as the person puts them, by key and by hand.
  const [letter] = await app.request('document.list', undefined)
  await app.request('document.collect', { ids: [letter!.id], name: 'Archive' })
  const archive = tree.getByRole('treeitem', { name: /^Archive/ })
  const isAbove = async () => (await archive.boundingBox())!.y < (await head.boundingBox())!.y
  await expect.poll(isAbove).toBe(true)
  await tree.focus()
  await press(app, 'Home', 'Alt+Shift+ArrowDown')
  await expect(statusLine(app)).toHaveText('Archive is collection 2 of 2')
  await expect.poll(isAbove).toBe(false)
  await archive.dragTo(head)
  await expect.poll(isAbove).toBe(true)

  await head.click({ button: 'right' })
  await app.page.getByRole('menuitem', { name: /Delete collection/ }).click()
  await expect(tree.getByRole('treeitem', { name: /In no collection/ })).toContainText('0 of 3 done')
  await press(app, 'Control+Z')
  await expect(head).toContainText('0 of 3 done')
  await expect(list).toBeVisible()
})

test('documents are put in another order by dragging and by keys, and are read in the order shown', async ({
  app,
}) => {
  await importTexts(app, texts)
  const options = app.page.getByRole('listbox', { name: 'Documents' }).getByRole('option')
  await expect(options).toHaveText([/Letter 10/, /Letter 9/, /Speech/, /Note/])
  await documentRow(app, 'Note').dragTo(documentRow(app, 'Letter 10'), { targetPosition: { x: 60, y: 6 } })
  await expect(options).toHaveText([/Note/, /Letter 10/, /Letter 9/, /Speech/])

  await app.page.getByRole('listbox', { name: 'Documents' }).focus()
  await press(app, 'Home', 'Shift+ArrowDown', 'Alt+Shift+ArrowDown')
  await expect(options).toHaveText([/Letter 9/, /Note/, /Letter 10/, /Speech/])
  await expect(statusLine(app)).toContainText('2 documents: 2 of 4')
  await press(app, 'Control+Z')
  await expect(options).toHaveText([/Note/, /Letter 10/, /Letter 9/, /Speech/])

  // The second status is a key away from the list and from the text; what is done is counted.
  await press(app, 'Home', 'Control+Shift+S', 'Control+Shift+S')
  await expect(app.page.getByText('1 of 4 done')).toBeVisible()
  await openDocument(app, 'Letter 10')
  await press(app, 'Control+Shift+S')
  await expect(documentRow(app, 'Letter 10').getByRole('img', { name: 'In progress' })).toBeVisible()

  await app.page.getByRole('searchbox', { name: 'Filter documents' }).fill('letter')
  await textOf(app).focus()
  await press(app, 'Control+PageDown')
  await expect(textOf(app)).toHaveAccessibleName('Letter 9')
  await press(app, 'Control+PageDown')
  await expect(statusLine(app)).toContainText('This is the last document in the list')
})

test('a document is dragged through a long list, which goes on at its edges', async ({ app }) => {
  const numbered = Array.from({ length: 60 }, (_, index) => `Text ${String(index + 1).padStart(2, '0')}`)
  await importTexts(app, { [`${numbered[0]}.txt`]: 'The tram pays for itself.' })
  await app.chooses(
    writeTexts(
      app,
      Object.fromEntries(numbered.slice(1).map((name) => [`${name}.txt`, `${name} is short.`])),
    ),
  )
  const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
  await app.request('document.import', { task: 'seeding', paths })
  const list = app.page.getByRole('listbox', { name: 'Documents' })
  await list.focus()
  await press(app, 'Home')
  const box = (await list.boundingBox())!
  const middle = box.x + box.width / 2
  const order = async () => (await app.request('document.list', undefined)).map(({ title }) => title)
  const [first, second] = await order()

  await documentRow(app, first!).hover()
  await app.page.mouse.down()
  await app.page.mouse.move(middle, box.y + 90, { steps: 4 })
  const tray = app.page.getByText('Drop 1 document into')
  await expect(tray).toBeVisible()
  const { y, height } = (await list.boundingBox())!
  const last = list.locator(`[aria-posinset="${numbered.length}"]`)
  await expect(async () => {
    await app.page.mouse.move(middle, y + height - 8)
    await app.page.mouse.move(middle + 1, y + height - 8)
    await expect(last).toBeInViewport({ ratio: 1, timeout: 300 })
  }).toPass()
  await app.page.mouse.up()
  await expect.poll(async () => (await order()).at(-1)).toBe(first)
  expect((await order())[0]).toBe(second)
  await expect(tray).toBeHidden()

  // The row that is dragged has gone from sight; let fall where it cannot land, it is not dragged any more.
  const before = await order()
  await documentRow(app, before.at(-2)!).hover()
  await app.page.mouse.down()
  await app.page.mouse.move(middle, y + height - 90, { steps: 4 })
  await expect(tray).toBeVisible()
  await expect(async () => {
    await app.page.mouse.move(middle, y + 4)
    await app.page.mouse.move(middle + 1, y + 4)
    await expect(documentRow(app, second!)).toBeInViewport({ timeout: 300 })
  }).toPass()
  await app.page.mouse.move(box.x + box.width + 200, y + 200, { steps: 2 })
  await app.page.mouse.up()
  await expect(tray).toBeHidden()
  expect(await order()).toEqual(before)
})

test('details of several documents show where they differ, and change only what is written', async ({
  app,
}) => {
  await importTexts(app, texts)
  await app.page.getByRole('listbox', { name: 'Documents' }).focus()
  await press(app, 'Control+A', 'Control+D')
  const details = app.page.getByRole('dialog', { name: 'Details of 4 documents' })
  await expect(details.getByRole('combobox', { name: 'Author' })).toHaveAttribute(
    'placeholder',
    'Several values',
  )
  await details.getByRole('combobox', { name: 'Language' }).fill('German')
  await press(app, 'Enter')
  await details.getByRole('radio', { name: 'Done' }).click()
  await details.getByRole('button', { name: 'Save' }).click()
  await expect(app.page.getByText('4 of 4 done')).toBeVisible()
  await press(app, 'Control+Shift+D')
  await expect(grid(app).getByRole('gridcell', { name: 'de', exact: true })).toHaveCount(4)
  await expect(grid(app).getByRole('gridcell', { name: 'Author 2' })).toHaveCount(1)
  await press(app, 'Control+Z')
  await expect(grid(app).getByRole('gridcell', { name: 'de', exact: true })).toHaveCount(0)
})

test('columns of words share the width that is left over, and a column that is resized leaves the others as they are', async ({
  app,
}) => {
  await openTable(app)
  await app.resize(2200, 860)
  const edge = async (name: string) => {
    const { x, width } = (await column(app, name).boundingBox())!
    return { width, right: x + width }
  }
  const { x, width } = (await grid(app).boundingBox())!
  await expect.poll(async () => Math.abs((await edge('No counter')).right - x - width)).toBeLessThan(12)
  expect((await edge('Title')).width).toBeGreaterThan(400)
  expect((await edge('Words')).width).toBe(76)

  const [title, author, outlet] = [await edge('Title'), await edge('Author'), await edge('Outlet')]
  const { y, height } = (await column(app, 'Author').boundingBox())!
  await app.page.mouse.move(author.right - 1, y + height / 2)
  await app.page.mouse.down()
  await app.page.mouse.move(author.right - 61, y + height / 2, { steps: 4 })
  await app.page.mouse.up()
  await expect.poll(async () => Math.abs((await edge('Author')).width - author.width + 60)).toBeLessThan(2)
  expect(Math.abs((await edge('Title')).width - title.width)).toBeLessThan(1)
  expect(Math.abs((await edge('Outlet')).width - outlet.width)).toBeLessThan(1)
})
