import { type App, expect } from './app.ts'
import { look, moveCaretTo, press, seesSelected, selectByKeys } from './keyboard.ts'
import { inspector, openDocument, statusLine, textOf } from './reading.ts'
import { importTexts } from './seeding.ts'
import { test } from './story.ts'
import { statement, tramDispute } from './tram-dispute.ts'

const clipboard = (app: App) => app.electron.evaluate(({ clipboard }) => clipboard.readText())
const copyElsewhere = (app: App, words: string) =>
  app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), words)

/** Lets words that are being dragged in another program fall on a text. */
async function dropWords(app: App, words: string): Promise<void> {
  const devtools = await app.page.context().newCDPSession(app.page)
  const { x, y } = (await textOf(app).boundingBox())!
  const data = { items: [{ mimeType: 'text/plain', data: words }], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: x + 100, y: y + 80, data })
  await devtools.detach()
}

test.describe('a text', () => {
  test.beforeEach(async ({ app }) => {
    await importTexts(app, tramDispute)
    await openDocument(app, statement.title)
  })

  test('stays as it is whatever is typed, deleted, pasted, cut or dropped', async ({ app }) => {
    const before = (await textOf(app).textContent()) ?? ''
    await copyElsewhere(app, 'smuggled')
    await moveCaretTo(app, 'will fall by half')
    await app.page.keyboard.type('xyz ')
    await app.page.keyboard.insertText('文字')
    await press(app, 'Enter', 'Backspace', 'Delete', 'Control+Backspace', 'Control+V')
    await selectByKeys(app, 'Nobody will lose a home')
    await press(app, 'Control+X', 'Backspace', 'Control+V')
    await dropWords(app, 'smuggled')
    await expect(textOf(app)).toHaveText(before)

    await selectByKeys(app, 'Nobody will lose a home')
    await press(app, 'Control+C')
    await expect.poll(() => clipboard(app)).toBe('Nobody will lose a home')
  })

  for (const { unit, keys, words } of [
    { unit: 'character', keys: Array<string>(3).fill('Shift+ArrowRight'), words: 'Eve' },
    { unit: 'word', keys: ['Shift+Control+ArrowRight'], words: 'Every' },
    { unit: 'sentence', keys: ['Shift+Alt+ArrowDown'], words: 'Every survey we know says so.' },
    {
      unit: 'paragraph',
      keys: ['Control+ArrowUp', 'Shift+Control+ArrowDown'],
      words: 'The tram pays for itself within nine years. Every survey we know says so.',
    },
    {
      unit: 'sentence backwards',
      keys: ['Shift+Alt+ArrowUp'],
      words: 'The tram pays for itself within nine years.',
    },
  ]) {
    test(`is selected by ${unit} and tagged`, async ({ app }) => {
      await moveCaretTo(app, 'Every survey')
      await press(app, ...keys)
      await expect.poll(async () => (await look(app)).selected.trim()).toBe(words)
      const count = words.split(' ').length
      await seesSelected(app, count)
      await press(app, '1')
      await expect(statusLine(app)).toHaveText(`Tagged as Claim, ${count} word${count === 1 ? '' : 's'}`)
      await expect(inspector(app).getByRole('blockquote')).toHaveText(words)
    })
  }

  test('lets the caret go by character, word, sentence and paragraph, and back', async ({ app }) => {
    await moveCaretTo(app, 'Noise will')
    const caret = async () => (await look(app)).caret
    const start = await caret()
    for (const [there, back] of [
      ['ArrowRight', 'ArrowLeft'],
      ['Control+ArrowRight', 'Control+ArrowLeft'],
      ['Alt+ArrowDown', 'Alt+ArrowUp'],
      ['Control+ArrowDown', 'Control+ArrowUp'],
      ['Control+End', 'Control+Home'],
    ] as const) {
      await press(app, there)
      expect(await caret()).toBeGreaterThan(start)
      await press(app, back)
      expect(await caret()).toBe(there === 'Control+End' ? 0 : start)
    }
  })
})

for (const { what, first, key } of [
  { what: 'an emoji of several', first: '👩‍👩‍👧', key: 'ArrowRight' },
  { what: 'a flag', first: '🏳️‍🌈', key: 'ArrowRight' },
  { what: 'a letter with combining marks', first: 'e\u0308\u0301', key: 'ArrowRight' },
  { what: 'an Arabic letter with its vowel', first: 'مُ', key: 'ArrowLeft' },
]) {
  test(`${what} is selected and tagged whole`, async ({ app }) => {
    const isArabic = key === 'ArrowLeft'
    const rest = isArabic ? 'دير القطار قال إنّ الخط مربح' : ' stand here at the beginning'
    const [document] = await importTexts(app, { 'signs.txt': `Signs\n\n${first}${rest}` })
    await openDocument(app, 'Signs')
    await moveCaretTo(app, first)
    await press(app, `Shift+${key}`)
    expect((await look(app)).selected).toBe(first)
    await expect(app.page.getByText(/^\d words? selected$/)).toBeVisible()
    await press(app, '1')
    await expect(inspector(app).getByRole('blockquote')).toHaveText(first)

    const { start, end } = await app.request('annotation.columns', { documentId: document! })
    const { text } = await app.request('document.text', { id: document! })
    expect(text.slice(start[0], end[0])).toBe(first)
  })
}
