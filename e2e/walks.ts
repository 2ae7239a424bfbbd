// Over 400 lines: one walk through the window in order, each step beginning where the one before has led.

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newsPage } from '../main/import/testing/news-page.ts'
import type { AnnotationId } from '../preload/contract/ids.ts'
import { type App, expect } from './app.ts'
import type { Walk } from './barriers.ts'
import { press } from './keyboard.ts'
import { clickWords, documentRow, inspector, openDocument, textOf } from './reading.ts'
import { importTexts, link, tag, writeTexts } from './seeding.ts'
import { answer, statement, tramDispute } from './tram-dispute.ts'
import { wireCopies } from './wire-copies.ts'

export const claim = 'nobody will lose a garden'
const dialog = (app: App) => app.page.getByRole('dialog').last()

/** One tag that says another thing than the project’s, and one that it does not have. */
const otherCodebook = 'name,definition\nClaim,What somebody asserts\nConcession,What somebody grants\n'

/** Chooses a command by its name, as one who does not know its key. */
export async function command(app: App, name: string): Promise<void> {
  await press(app, 'Control+K')
  await app.page.getByRole('combobox', { name: 'Command palette' }).fill(name)
  await press(app, 'Enter')
}

export async function seed(app: App): Promise<void> {
  await importTexts(app, tramDispute)
  await link(app, await tag(app, 'Four gardens', 'Rebuttal'), 'rebuts', await tag(app, claim))
  await tag(app, 'Noise will fall by half. Nobody will lose a home')
  await openDocument(app, statement.title)
}

export async function focusClaim(app: App): Promise<void> {
  await clickWords(app, 'lose a garden')
  await expect(inspector(app).getByRole('blockquote')).toHaveText(claim)
}

/** Of all annotations. */
async function idsOf(app: App): Promise<AnnotationId[]> {
  return (await app.request('annotation.search', { words: '' })).map(({ id }) => id)
}

async function closeDialog(app: App): Promise<void> {
  await press(app, 'Escape')
  await expect(dialog(app)).toBeHidden()
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
    await app.page.getByRole('menuitem', { name: 'Group by collection' }).press('Enter')
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
    await expect(app.page.getByText('Nothing to draw yet')).toBeVisible()
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

/** Every dialog over it. */
export const throughTheDialogs: Walk = {
  'two passages compared': async (app) => {
    await seed(app)
    await focusClaim(app)
    await expect(inspector(app).getByRole('listitem')).toHaveCount(1)
    await press(app, 'Shift+C')
    await expect(dialog(app)).toContainText('Hardly the same words')
  },
  'the types of a link': async (app) => {
    await closeDialog(app)
    await focusClaim(app)
    await press(app, 'l')
    await expect(app.page.getByRole('region', { name: 'Pending link' })).toBeVisible()
    // By key: the cards that come beside the text move it under the mouse.
    await press(app, '[')
    await expect(inspector(app).getByRole('blockquote')).toContainText('Noise will fall')
    await press(app, 'l')
    await expect(dialog(app)).toBeVisible()
  },
  'the search for the other end': async (app) => {
    await closeDialog(app)
    await press(app, 'Control+Shift+F')
    await expect(dialog(app).getByRole('option').first()).toBeVisible()
  },
  'the choice of a tag': async (app) => {
    await closeDialog(app)
    await press(app, 'Escape', 'Shift+T')
    await expect(dialog(app).getByRole('option').first()).toBeVisible()
  },
  'what a passage states': async (app) => {
    await closeDialog(app)
    await press(app, 'k')
    await expect(dialog(app).getByRole('option').first()).toBeVisible()
  },
  'a new claim': async (app) => {
    await press(app, 'Shift+Enter')
    await expect(dialog(app).getByRole('textbox')).toBeFocused()
  },
  'the cue words': async (app) => {
    await closeDialog(app)
    await command(app, 'Cue words')
    await expect(dialog(app)).toContainText('Words of denial')
  },
  'the way to a document': async (app) => {
    await closeDialog(app)
    await press(app, 'Control+P')
    await expect(dialog(app).getByRole('option').first()).toBeVisible()
  },
  'the command palette': async (app) => {
    await closeDialog(app)
    await press(app, 'Control+K')
    await expect(dialog(app).getByRole('option').first()).toBeVisible()
  },
  'the tags of the codebook': async (app) => {
    await closeDialog(app)
    await press(app, 'Control+B')
    await expect(dialog(app).getByRole('tab', { name: 'Tags' })).toBeVisible()
  },
  'the merging of tags': async (app) => {
    await dialog(app)
      .getByRole('row', { name: /^Claim/ })
      .click()
    await press(app, 'Shift+ArrowDown')
    await dialog(app).getByRole('button', { name: 'Merge them…' }).click()
    await expect(dialog(app)).toContainText('What changes')
  },
  'the splitting of a tag': async (app) => {
    await press(app, 'Escape')
    await dialog(app)
      .getByRole('row', { name: /^Claim/ })
      .click()
    await dialog(app).getByRole('button', { name: 'Split…' }).click()
    await expect(dialog(app).getByRole('application', { name: /^Annotation 1/ })).toBeFocused()
  },
  'the deletion of a tag': async (app) => {
    await press(app, 'Escape')
    await dialog(app).getByRole('button', { name: 'Delete tag…' }).click()
    await expect(app.page.getByRole('alertdialog')).toContainText('have this tag')
  },
  'the import of a codebook': async (app) => {
    await press(app, 'Escape')
    await app.chooses(writeTexts(app, { 'codebook.csv': otherCodebook }))
    await dialog(app).getByRole('button', { name: 'Import…' }).click()
    await expect(dialog(app)).toContainText('Differing')
  },
  'its link types': async (app) => {
    await press(app, 'Escape')
    await dialog(app).getByRole('tab', { name: 'Link types' }).click()
  },
  'the deletion of one': (app) => dialog(app).getByRole('button', { name: 'Delete link type…' }).click(),
  'the export': async (app) => {
    await press(app, 'Escape')
    await expect(dialog(app).getByRole('button', { name: 'Delete link type…' })).toBeFocused()
    await closeDialog(app)
    await press(app, 'Control+E')
    await expect(dialog(app)).toContainText('annotations')
  },
  'what a dataset to publish is asked': async (app) => {
    await dialog(app)
      .getByRole('button', { name: /^Format|Format$/ })
      .click()
    await app.page.getByRole('option', { name: 'Dataset to publish' }).click()
    await dialog(app).getByText('All but some').click()
    await expect(dialog(app)).toContainText('memos')
  },
  'the printing': async (app) => {
    await closeDialog(app)
    await press(app, 'Control+Shift+P')
    await expect(dialog(app)).toContainText('US Letter')
  },
  'the tag for all hits': async (app) => {
    await closeDialog(app)
    await press(app, 'Control+F')
    await app.page.keyboard.insertText('will')
    await app.page.getByRole('button', { name: /^Tag all \d/ }).click()
    await expect(dialog(app)).toContainText('One step')
  },
  'the details of several documents': async (app) => {
    await closeDialog(app)
    await press(app, 'Escape')
    await app.page.getByRole('listbox', { name: 'Documents' }).focus()
    await press(app, 'Control+A', 'Control+D')
    await expect(dialog(app)).toContainText('Details of 2 documents')
  },
  'a new collection': async (app) => {
    await closeDialog(app)
    await command(app, 'Put into a new collection')
    await expect(dialog(app).getByRole('textbox', { name: 'Name' })).toBeFocused()
  },
  'the details of a document': async (app) => {
    await closeDialog(app)
    await textOf(app).focus()
    await press(app, 'Control+D')
    await expect(dialog(app).getByRole('textbox', { name: 'Title' })).toBeVisible()
  },
  'the deletion of a document': async (app) => {
    await closeDialog(app)
    await command(app, 'Delete document')
    await expect(app.page.getByRole('alertdialog')).toContainText('annotation')
  },
  'the project’s name and description': async (app) => {
    await press(app, 'Escape')
    await command(app, 'Project name and description')
    await expect(dialog(app)).toContainText('Description')
  },
  'the preferences': async (app) => {
    await closeDialog(app)
    await press(app, 'Control+,')
    await expect(dialog(app)).toContainText('Appearance')
  },
  'the shortcuts': async (app) => {
    await closeDialog(app)
    await press(app, 'F1')
    await expect(dialog(app)).toContainText('Undo')
  },
  'the first steps': async (app) => {
    await closeDialog(app)
    await command(app, 'First steps')
    await expect(dialog(app)).toContainText('Bring in your texts')
  },
  'the words about the program': async (app) => {
    await closeDialog(app)
    await command(app, 'About Rejoinder')
    await expect(dialog(app)).toContainText('Version')
  },
  'the files of an import': async (app) => {
    await closeDialog(app)
    await app.chooses(
      writeTexts(app, {
        'a.html': newsPage,
        'b.txt': 'On 3 May 2021 the tram came.',
        'scan.pdf': '%PDF-1.7',
        'straße.txt': Buffer.from('Die Straßenbahn lärmt, sagen die Gärtner.', 'latin1'),
      }),
    )
    await press(app, 'Control+I')
    await expect(dialog(app).getByRole('button', { name: /^Import \d/ })).toBeEnabled()
    await expect(dialog(app)).toContainText('2021-05-03, a guess')
    await expect(dialog(app).getByRole('radio', { name: 'Whole page' })).toBeVisible()
  },
  'the encoding of one that was guessed': async (app) => {
    await dialog(app).getByRole('grid').focus()
    await press(app, 'Control+End')
    await expect(dialog(app)).toContainText('A guess. Do the letters below look right?')
  },
  'the report of an import': async (app) => {
    await closeDialog(app)
    await app.chooses(writeTexts(app, { 'scan.pdf': '%PDF-1.7', [statement.file]: statement.source }))
    await press(app, 'Control+I')
    await expect(dialog(app)).toContainText('scan.pdf')
  },
  'annotations of another program': async (app) => {
    await closeDialog(app)
    const paths = writeTexts(app, {
      'corpus/speech.txt': 'The tram pays. Nobody has shown it.\n',
      'corpus/speech.ann':
        'T1\tClaim 0 13\tThe tram pays\nT2\tDoubt 15 34\tNobody has shown it\nT3\tDoubt 3 5\tnot there\n',
    })
    await app.chooses([dirname(paths[0]!)])
    await press(app, 'Control+Shift+I')
    await expect(dialog(app)).toContainText('Please check: 1 place')
  },
  'work that comes back': async (app) => {
    await closeDialog(app)
    const path = join(app.folder, 'theirs.jsonl')
    await app.savesTo(path)
    await app.request('app.chooseTarget', { title: 'Export', suggestedName: 'theirs.jsonl', ending: 'jsonl' })
    await app.request('exchange.write', { format: 'rejoinder-jsonl', task: 'theirs', to: path })
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"confidence":null', '"confidence":0.5'))
    await app.chooses([path])
    await press(app, 'Control+I')
    await expect(dialog(app)).toContainText('Changed in the files')
  },
}
