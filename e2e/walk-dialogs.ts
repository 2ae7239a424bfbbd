import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { newsPage } from '../main/import/testing/news-page.ts'
import { expect } from './app.ts'
import type { Walk } from './barriers.ts'
import { press } from './keyboard.ts'
import { inspector, textOf } from './reading.ts'
import { writeTexts } from './seeding.ts'
import { statement } from './tram-dispute.ts'
import { closeDialog, command, dialog, focusClaim, seed } from './walking.ts'

/** One tag that says another thing than the project’s, and one that it does not have. */
const otherCodebook = 'name,definition\nClaim,What somebody asserts\nConcession,What somebody grants\n'

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
