import type { AnnotationId } from '../preload/contract/ids.ts'
import { type App, expect } from './app.ts'
import type { Walk } from './barriers.ts'
import { press } from './keyboard.ts'
import { documentRow, inspector, textOf } from './reading.ts'
import { tag, writeTexts } from './seeding.ts'
import { answer } from './tram-dispute.ts'
import { closeDialog, dialog, focusClaim, seed } from './walking.ts'
import { wireCopies } from './wire-copies.ts'

/** Of all annotations. */
async function idsOf(app: App): Promise<AnnotationId[]> {
  return (await app.request('annotation.search', { words: '' })).map(({ id }) => id)
}

/** Every view of the window. */
export const throughTheWindow: Walk = {
  'a new project': (app) => expect(app.page.getByRole('region', { name: 'No documents yet' })).toBeVisible(),
  'a text': seed,
  'an annotation with its links': async (app) => {
    await focusClaim(app)
    await expect(inspector(app).getByRole('listitem')).toHaveCount(1)
  },
  'attributes that are needed': async (app) => {
    const [claimTag] = await app.request('tag.list', undefined)
    const attributes = [
      { name: 'certainty', kind: 'choice' as const, values: ['low', 'high'], required: true },
      { name: 'weight', kind: 'number' as const, required: true },
    ]
    await app.request('tag.update', { id: claimTag!.id, change: { attributes } })
    const low = inspector(app).getByRole('radio', { name: 'low', exact: true })
    await expect(low).toBeVisible()
    await press(app, 'g')
    await expect(low).toBeFocused()
    await press(app, 'h')
    await expect(inspector(app).getByRole('radio', { name: 'high', exact: true })).toBeChecked()
  },
  'annotations taken together': async (app) => {
    await press(app, 'Escape', 'Shift+G')
    await expect(inspector(app).getByRole('listbox')).toBeFocused()
    await press(app, 'Control+A')
    await expect(inspector(app).getByRole('region', { name: 'Selected annotations' })).toBeVisible()
  },
  'what is given to all of them': async (app) => {
    await press(app, 'g')
    await expect(dialog(app)).toContainText('Confidence')
  },
  'who says them': async (app) => {
    await closeDialog(app)
    await expect(inspector(app).getByRole('listbox')).toBeFocused()
    await press(app, 's')
    await expect(dialog(app).getByRole('option').first()).toBeVisible()
    await closeDialog(app)
    await press(app, 'Escape')
    await focusClaim(app)
  },
  'the reading settings': async (app) => {
    await press(app, 'Control+R')
    await expect(dialog(app).getByRole('spinbutton', { name: 'Size' })).toBeVisible()
  },
  'the keys being changed': async (app) => {
    await closeDialog(app)
    await press(app, 'F1')
    await dialog(app).getByRole('button', { name: 'Change keys…' }).click()
    await dialog(app).getByRole('button', { name: 'Add a key to “Undo”' }).click()
    await press(app, 'Control+K')
    await expect(dialog(app)).toContainText('Take it over')
    await dialog(app).getByRole('button', { name: 'Leave it' }).click()
  },
  'a pending link, side by side': async (app) => {
    await closeDialog(app)
    await textOf(app).focus()
    await press(app, 'l', 'Shift+Enter')
    await expect(textOf(app, 'right')).toBeFocused()
  },
  'the menu of a document': async (app) => {
    await documentRow(app, answer.title).click({ button: 'right' })
    await expect(app.page.getByRole('menuitem', { name: 'Open beside' })).toBeVisible()
  },
  'the original of a document': async (app) => {
    await app.page.getByRole('menuitem', { name: 'Show the original…' }).click()
    await expect(dialog(app).getByLabel('Text of the original')).toBeVisible()
  },
  'a search in the text': async (app) => {
    await press(app, 'Escape')
    await textOf(app, 'left').focus()
    await press(app, 'Control+F')
    await app.page.keyboard.type('the')
    await expect(app.page.getByRole('search', { name: 'Find in the text' })).toContainText(/of \d/)
  },
  'the tags of the text': async (app) => {
    await press(app, 'Escape', 'Control+Shift+H')
    await expect(app.page.getByRole('dialog')).toBeVisible()
  },
  'the outline': async (app) => {
    await press(app, 'Escape', 'Control+Shift+O')
    await expect(app.page.getByRole('tree', { name: 'Headings' })).toBeFocused()
  },
  'documents in their collections': async (app) => {
    await press(app, 'Control+Shift+O')
    const ids = (await app.request('document.list', undefined)).map(({ id }) => id)
    await app.request('document.collect', { ids: ids.slice(0, 1), name: 'Press' })
    await app.page.locator('[data-area="documents"]').getByRole('button', { name: 'Show' }).click()
    await app.page.getByRole('menuitemcheckbox', { name: 'Group by collection' }).press('Enter')
    const tree = app.page.getByRole('tree', { name: 'Documents' })
    await expect(tree.getByRole('treeitem')).toHaveCount(4)
    await tree.focus()
    await app.page.mouse.move(640, 400)
    await expect(app.page.getByRole('tooltip')).toBeHidden()
  },
  'the overview': async (app) => {
    await press(app, 'Alt+1')
    await expect(app.page.getByRole('region', { name: 'Passages by tag' })).toBeVisible()
    await app.page.getByRole('button', { name: 'Links by type as a table' }).click()
  },
  'what a number counts': async (app) => {
    await app.page.getByRole('button', { name: /^Claim: \d/ }).click()
    await expect(app.page.getByRole('option').first()).toContainText('lose a home')
  },
  'a work list': async (app) => {
    await press(app, 'Alt+2')
    const lists = app.page.getByRole('navigation', { name: 'Lists' })
    await lists.getByRole('button', { name: /^Claim passages/ }).click()
    await expect(app.page.getByRole('listbox').getByRole('option').first()).toContainText('lose')
  },
  'its filters': async (app) => {
    await app.page.getByRole('button', { name: 'Filter', exact: true }).click()
    await expect(app.page.getByRole('button', { name: 'Any Tag' })).toBeVisible()
  },
  'a text that was come to from a work list': async (app) => {
    await app.page.getByRole('listbox').focus()
    await press(app, 'Enter')
    await expect(app.page.getByRole('region', { name: 'Work list', exact: true })).toContainText('1 of')
    await app.page.getByRole('button', { name: 'Leave the list' }).click()
  },
  'what the doctor finds': async (app) => {
    await press(app, 'Alt+8')
    await expect(app.page.getByRole('region', { name: 'Consistency doctor' })).toContainText('Nothing found')
    await app.page.getByRole('button', { name: /^Rebuttals with no target/ }).click()
  },
  'the argument map': async (app) => {
    await press(app, 'Alt+6')
    await expect(app.page.getByRole('heading', { name: 'Linked passages' })).toBeVisible()
    await app.request('claim.create', { statement: 'The tram pays.' })
    await expect(app.page.getByRole('application')).toHaveAccessibleName(/^The tram pays/)
  },
  'the argument map as a list': (app) => app.page.getByRole('radio', { name: 'List', exact: true }).click(),
  'the table of documents': async (app) => {
    await press(app, 'Control+Shift+D')
    await expect(app.page.getByRole('grid', { name: 'Documents' })).toBeVisible()
  },
  'a cell of several documents being written': async (app) => {
    await app.page.getByRole('grid', { name: 'Documents' }).focus()
    await press(app, 'ArrowDown', 'Control+A', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'F2')
    await expect(app.page.getByRole('combobox', { name: /of 2 documents$/ })).toBeFocused()
  },
  'the menu of a column': async (app) => {
    await press(app, 'Escape', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Alt+ArrowDown')
    await expect(app.page.getByRole('menuitem', { name: 'Filter…' })).toBeVisible()
  },
  'the filter of a column': async (app) => {
    await app.page.getByRole('menuitem', { name: 'Filter…' }).press('Enter')
    await expect(dialog(app).getByRole('textbox', { name: 'Words' })).toBeVisible()
  },
  'claims against their answers': async (app) => {
    await closeDialog(app)
    await press(app, 'Control+Shift+D', 'Alt+4')
    const grid = app.page.getByRole('grid', { name: 'Claims and their answers' })
    await expect(grid).toContainText('Nobody answers this.')
    await expect(grid).toContainText('Four gardens')
  },
  'what to print or export of them': async (app) => {
    await app.page.getByRole('button', { name: 'Print or export…' }).click()
    await expect(dialog(app)).toContainText('How deep')
  },
  'a search of all texts, before it': async (app) => {
    await closeDialog(app)
    await press(app, 'Alt+4', 'Control+Alt+F')
    await expect(app.page.getByRole('textbox', { name: 'Search all texts' })).toBeFocused()
  },
  'its hits': async (app) => {
    await app.page.keyboard.insertText('garden OR home')
    const hits = app.page.getByRole('listbox', { name: 'Hits' })
    await expect(hits.getByRole('option').first()).toBeVisible()
    await hits.focus()
    await press(app, 'Space')
    await expect(app.page.getByRole('button', { name: 'Tag 1…' })).toBeVisible()
  },
  'its filter': async (app) => {
    await app.page.getByRole('button', { name: 'Filter', exact: true }).click()
    await expect(app.page.getByRole('button', { name: 'Any Tag' })).toBeVisible()
  },
  'what it cannot read': async (app) => {
    await app.page.getByRole('button', { name: 'Filter', exact: true }).click()
    await app.page.getByRole('textbox', { name: 'Search all texts' }).fill('"the tram')
    await expect(app.page.locator('#search-problem')).toBeVisible()
  },
  'the words of the texts': async (app) => {
    await app.page.getByRole('radio', { name: 'Words', exact: true }).click()
    await expect(app.page.getByRole('listbox', { name: 'Words' }).getByRole('option').first()).toBeVisible()
  },
  'the register of speakers': async (app) => {
    await press(app, 'Control+Alt+F')
    const [one, other] = await Promise.all(
      ['Ada Lind', 'Lind'].map((name) => app.request('speaker.create', { name })),
    )
    const documents = await app.request('document.list', undefined)
    for (const [at, id] of (await idsOf(app)).entries())
      await app.request('annotation.update', { id, change: { speakerId: (at % 2 ? one : other)!.id } })
    for (const [at, { id, metadata }] of documents.entries())
      await app.request('document.update', { id, change: { metadata: { ...metadata, date: `202${at}-05` } } })
    await press(app, 'Alt+7')
    await expect(app.page.getByRole('region', { name: 'Perhaps the same' })).toBeVisible()
  },
  'who answers whom': async (app) => {
    await app.page.getByRole('radio', { name: 'Who answers whom' }).click()
    await app.page.getByRole('grid').focus()
    await press(app, 'Enter')
    await expect(app.page.locator('.answering-links [data-row]').first()).toBeVisible()
  },
  'the matrix': async (app) => {
    await app.page.getByRole('radio', { name: 'Matrix' }).click()
    await expect(app.page.getByRole('grid').getByRole('gridcell').first()).toBeVisible()
  },
  'claims in time': async (app) => {
    const annotationIds = await idsOf(app)
    await app.request('claim.state', { annotationIds, claim: { statement: 'Nobody loses anything.' } })
    await press(app, 'Alt+5')
    await expect(app.page.getByRole('grid').getByRole('gridcell').first()).toBeVisible()
    await press(app, 'ArrowRight')
  },
  'claims in time, as a table': async (app) => {
    await app.page.getByRole('radio', { name: 'Table' }).click()
    await expect(app.page.getByRole('grid', { name: 'Lives of the claims' })).toBeVisible()
  },
  'the claims and the card of one': async (app) => {
    await press(app, 'Alt+3')
    await expect(app.page.getByRole('article').getByRole('region', { name: /^Mentions/ })).toBeVisible()
  },
  'the splitting of a claim': async (app) => {
    await app.page.getByRole('article').getByRole('button', { name: 'Split…' }).click()
    await dialog(app).getByRole('option').first().click()
    await expect(dialog(app)).toContainText('1 mention chosen')
  },
  'the merging of claims': async (app) => {
    await dialog(app).getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog(app)).toBeHidden()
    await app.page.getByRole('listbox', { name: 'Claims', exact: true }).focus()
    await press(app, 'Control+A', 'm')
    await expect(dialog(app)).toContainText('What changes')
  },
  'passages in several documents': async (app) => {
    await closeDialog(app)
    await press(app, 'Alt+3')
    await app.chooses(writeTexts(app, wireCopies))
    const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
    await app.request('document.import', { task: 'wire', paths })
    await tag(app, 'the tram line will cost 412 million crowns')
    await press(app, 'Alt+9')
    await expect(app.page.getByRole('listbox', { name: 'Annotations to carry over' })).toBeVisible()
  },
  'the start screen': async (app) => {
    await press(app, 'Alt+9', 'Control+W')
    await expect(app.page.getByRole('region', { name: 'Start' })).toBeVisible()
  },
}
