import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { type App, expect } from './app.ts'
import { press } from './keyboard.ts'
import { openDocument, textOf } from './reading.ts'
import { importTexts, link, tag } from './seeding.ts'
import { test } from './story.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'

/** The words of each page of a PDF, with single spaces, and its paper in points. */
async function readPdf(path: string): Promise<{ pages: string[]; paper: number[] }> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    )
  }
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view
  await pdf.destroy()
  return { pages, paper: [Math.round(width), Math.round(height)] }
}

/** The lines of each page from its head to its foot, in points: where they stand and end. */
async function readLines(path: string): Promise<{ words: string; y: number; end: number }[][]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const pages: { words: string; y: number; end: number }[][] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent()
    const pieces = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ words: item.str, y: item.transform[5] as number, end: item.transform[4] + item.width }]
        : [],
    )
    const lines = Map.groupBy(pieces, ({ y }) => Math.round(y))
    pages.push(
      [...lines.values()]
        .map((line) => ({
          words: line.map(({ words }) => words).join(''),
          y: line[0]!.y,
          end: Math.max(...line.map(({ end }) => end)),
        }))
        .sort((one, other) => other.y - one.y),
    )
  }
  await pdf.destroy()
  return pages
}

const squeezed = (words: string) => words.replace(/\s+/g, '')
const dialog = (app: App, name: string) => app.page.getByRole('dialog', { name })

/** The choice is kept from one time to the next. */
async function choose(app: App, name: string, isOn: boolean): Promise<void> {
  const box = dialog(app, 'Print').getByRole('checkbox', { name: new RegExp(`^${name}`) })
  if ((await box.isChecked()) === isOn) return
  await dialog(app, 'Print')
    .locator('label')
    .filter({ hasText: new RegExp(`^${name}`) })
    .click()
  await expect(box).toBeChecked({ checked: isOn })
}

test('a text is saved as PDF with its annotations, notes and links, and without them', async ({ app }) => {
  await importTexts(app, tramDispute)
  const claim = await tag(app, 'nobody will lose a garden')
  await app.request('annotation.update', {
    id: claim,
    change: { note: 'Ask the land registry.', confidence: 0.75 },
  })
  const rebuttal = await tag(app, 'Four gardens stand where the rails shall lie', 'Rebuttal')
  await link(app, rebuttal, 'rebuts', claim)
  await openDocument(app, statement.title)
  await textOf(app).focus()

  const path = join(app.folder, 'statement.pdf')
  await app.savesTo(path)
  await press(app, 'Control+Shift+P')
  for (const name of ['Annotations', 'Legend', 'Speaker', 'Notes', 'Links']) await choose(app, name, true)
  await dialog(app, 'Print').getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(dialog(app, 'PDF written')).toContainText(path)
  await press(app, 'Enter')
  await expect(textOf(app)).toBeFocused()

  const { pages, paper } = await readPdf(path)
  expect(paper).toEqual([596, 843])
  const words = squeezed(pages.join(' '))
  for (const seen of [
    statement.title,
    'The tram pays for itself within nine years.',
    '[nobody will lose a garden]1 Cl',
    'confidence: high',
    'Ask the land registry.',
    '… rebuts this “Four gardens stand where the rails shall lie”',
    answer.title,
    'Claim Cl (1)',
    `1 / ${pages.length}`,
  ]) {
    expect(words).toContain(squeezed(seen))
  }

  // Once more over what is there, with the text alone and on other paper.
  await press(app, 'Control+Shift+P')
  for (const name of ['Annotations', 'Speaker', 'Notes', 'Links']) await choose(app, name, false)
  await dialog(app, 'Print').getByText('US Letter').click()
  await dialog(app, 'Print').getByRole('button', { name: 'Save as PDF…' }).click()
  await app.page
    .getByRole('alertdialog', { name: 'Replace “statement.pdf”?' })
    .getByRole('button', { name: 'Replace' })
    .click()
  await expect(dialog(app, 'PDF written')).toBeVisible()
  await press(app, 'Escape')
  const bare = await readPdf(path)
  expect(bare.paper).toEqual([612, 792])
  const bareWords = squeezed(bare.pages.join(' '))
  expect(bareWords).toContain(squeezed('nobody will lose a garden. We have measured twice.'))
  expect(bareWords).not.toContain(squeezed('Ask the land registry.'))
  expect(bareWords).not.toContain('[nobody')
})

test('all of a long text is on paper, and stopped it leaves no file', async ({ app }) => {
  const paragraphs = Array.from(
    { length: 1500 },
    (_, i) =>
      `Paragraph ${i + 1} tells once more what was seen on that day, and by whom, and why it matters.`,
  )
  await importTexts(app, { 'long.md': `# A long report\n\n${paragraphs.join('\n\n')}` })
  await tag(app, 'Paragraph 1500 tells')
  await openDocument(app, 'A long report')
  await textOf(app).focus()

  const path = join(app.folder, 'long.pdf')
  await app.savesTo(path)
  await press(app, 'Control+Shift+P')
  await choose(app, 'Annotations', true)
  await dialog(app, 'Print').getByRole('button', { name: 'Save as PDF…' }).click()
  await dialog(app, 'Preparing the pages').getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(app, 'Print').getByRole('alert')).toContainText('Stopped')
  expect(existsSync(path)).toBe(false)
  expect(existsSync(`${path}.part`)).toBe(false)

  await dialog(app, 'Print').getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(dialog(app, 'PDF written')).toBeVisible({ timeout: 60_000 })
  const { pages } = await readPdf(path)
  expect(pages.length).toBeGreaterThan(25)
  expect(squeezed(pages[0]!)).toContain(squeezed('Paragraph 1 tells once more'))
  expect(squeezed(pages.at(-1)!)).toContain(squeezed('[Paragraph 1500 tells]1 Cl once more'))
})

test('after pages were given up half made others can be made', async ({ app }) => {
  const paragraph =
    'It was told once more what was seen on that day, and by whom, and why it matters. '.repeat(4)
  await importTexts(app, { 'long.md': `# A long report\n\n${`${paragraph}\n\n`.repeat(2500)}` })
  await openDocument(app, 'A long report')
  await textOf(app).focus()
  const path = join(app.folder, 'given-up.pdf')
  await app.savesTo(path)
  await press(app, 'Control+Shift+P')
  await dialog(app, 'Print').getByRole('button', { name: 'Save as PDF…' }).click()
  const isSet = () =>
    app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some(
        (window) =>
          !window.isVisible() && window.webContents.getURL() !== '' && !window.webContents.isLoading(),
      ),
    )
  await expect.poll(isSet, { intervals: [20] }).toBe(true)
  await dialog(app, 'Preparing the pages').getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(app, 'Print').getByRole('alert')).toContainText('Stopped')
  await dialog(app, 'Print').getByText('US Letter').click()
  await dialog(app, 'Print').getByRole('button', { name: 'Save as PDF…' }).click()
  await expect(dialog(app, 'PDF written')).toBeVisible({ timeout: 60_000 })
  expect((await readPdf(path)).pages.length).toBeGreaterThan(100)
})

test('on paper who speaks stays with the words, and a fourth line under words off the next ones', async ({
  app,
}) => {
  const turns = Array.from({ length: 160 }, (_, i) => {
    const words = 'It was said that nobody will lose a garden by the tram, and said again. '.repeat(
      1 + (i % 3),
    )
    return `${i % 2 === 0 ? 'MAYOR' : 'LIND'}: ${words}`
  })
  const said = 'Nobody who was asked has said that they will lose a garden, a fence, a tree or a home by it.'
  await importTexts(app, { 'talk.txt': turns.join('\n\n'), 'said.txt': `Said\n\n${`${said} `.repeat(3)}` })
  for (const [words, name] of [
    [said, 'Claim'],
    ['who was asked has said that they will', 'Rebuttal'],
    ['was asked has said', 'Premise'],
    ['asked has', 'Claim'],
  ] as const)
    await tag(app, words, name)
  const linesOf = async (title: string) => {
    await openDocument(app, title)
    await textOf(app).focus()
    const path = join(app.folder, `${title}.pdf`)
    await app.savesTo(path)
    await press(app, 'Control+Shift+P')
    await dialog(app, 'Print').getByRole('button', { name: 'Save as PDF…' }).click()
    await expect(dialog(app, 'PDF written')).toContainText(path)
    await press(app, 'Enter')
    return readLines(path)
  }

  const talk = await linesOf('talk')
  expect(talk.length).toBeGreaterThan(5)
  for (const page of talk) expect(page.at(-2)?.words).not.toMatch(/^(MAYOR|LIND)$/)

  const text = (await linesOf('Said')).flat().filter(({ words }) => words.length > 60)
  const steps = text.slice(1).map(({ y }, i) => text[i]!.y - y)
  expect(steps[0]).toBeGreaterThan(1.65 * 10.6)
  expect(steps.at(-1)).toBeLessThan(1.6 * 10.6)
  // Nothing stands beside it, so that its lines are as wide as the paper.
  expect(Math.max(...text.map(({ end }) => end))).toBeGreaterThan(500)
})

test('the running head stands where lines begin, on the right where the text runs from there', async ({
  app,
}) => {
  const hebrew = 'הרכבת אינה משתלמת. '
  await importTexts(app, { ...tramDispute, 'hebrew.md': `# דברי השכנים\n\n${hebrew.repeat(40)}\n` })
  const sideOfHead = async (title: string) => {
    await openDocument(app, title)
    await textOf(app).focus()
    const path = join(app.folder, `${title.length}.pdf`)
    await app.savesTo(path)
    await press(app, 'Control+Shift+P')
    await dialog(app, 'Print').getByRole('button', { name: 'Save as PDF…' }).click()
    await expect(dialog(app, 'PDF written')).toContainText(path)
    await press(app, 'Enter')
    const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
    const page = await pdf.getPage(1)
    const [, , width = 0, height = 0] = page.view
    const { items } = await page.getTextContent()
    const head = items.filter(
      (item) => 'str' in item && item.str.trim() !== '' && item.transform[5] > height - 50,
    )
    await pdf.destroy()
    expect(head.length).toBeGreaterThan(0)
    return head.every((item) => 'str' in item && item.transform[4] > width / 2) ? 'right' : 'left'
  }
  expect(await sideOfHead(statement.title)).toBe('left')
  expect(await sideOfHead('דברי השכנים')).toBe('right')
})
