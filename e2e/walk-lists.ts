import { join } from 'node:path'
import type { DocumentId } from '../preload/contract/ids.ts'
import { type App, expect } from './app.ts'
import type { Walk } from './barriers.ts'
import { press } from './keyboard.ts'
import { inspector, textOf } from './reading.ts'
import { link, tag } from './seeding.ts'
import { answer, statement } from './tram-dispute.ts'
import { claim, closeDialog, command, dialog, focusClaim, seed } from './walking.ts'

const menuitem = (app: App, name: string) => app.page.getByRole('menuitem', { name })

async function documentIds(app: App): Promise<DocumentId[]> {
  return (await app.request('document.list', undefined)).map(({ id }) => id)
}

async function choosesTarget(app: App, name: string): Promise<void> {
  const path = join(app.folder, name)
  await app.savesTo(path)
}

/** What is found, kept, named anew, made one and written: the views and dialogs beside those of every day. */
export const throughTheLists: Walk = {
  'the change of a tag': async (app) => {
    await seed(app)
    await focusClaim(app)
    await command(app, 'Change tag')
    await expect(dialog(app).getByRole('option').first()).toBeVisible()
  },
  'a place to go to': async (app) => {
    await closeDialog(app)
    await command(app, 'Go to a place in the text')
    await expect(app.page.getByRole('textbox', { name: /place/i })).toBeFocused()
  },
  'the tag for one hit': async (app) => {
    await press(app, 'Escape', 'Control+F')
    await app.page.keyboard.insertText('will')
    await command(app, 'Tag this hit')
    await expect(dialog(app).getByRole('option').first()).toBeVisible()
  },
  'hits to tag': async (app) => {
    await closeDialog(app)
    await press(app, 'Escape', 'Control+Alt+F')
    await app.page.keyboard.insertText('garden OR home')
    const hits = app.page.getByRole('listbox', { name: 'Hits' })
    await expect(hits.getByRole('option').first()).toBeVisible()
    await hits.focus()
    await press(app, 'Space')
    await app.page.getByRole('button', { name: 'Tag 1…' }).press('Enter')
    await expect(dialog(app).getByRole('option').first()).toBeVisible()
  },
  'a search to be kept': async (app) => {
    await closeDialog(app)
    await app.page.getByRole('button', { name: 'Saved', exact: true }).press('Enter')
    await menuitem(app, 'Save this search…').press('Enter')
    await expect(dialog(app).getByRole('textbox', { name: 'Name' })).toBeFocused()
  },
  'the searches that are kept': async (app) => {
    await app.page.keyboard.type('Gardens')
    await press(app, 'Enter')
    await expect(dialog(app)).toBeHidden()
    await app.page.getByRole('button', { name: 'Saved', exact: true }).press('Enter')
    await expect(menuitem(app, 'Gardens')).toBeVisible()
  },
  'a work list to be kept': async (app) => {
    await press(app, 'Escape', 'Alt+2')
    await app.page.getByRole('button', { name: 'Save…' }).press('Enter')
    await expect(dialog(app).getByRole('textbox', { name: 'Name' })).toBeFocused()
  },
  'the work lists that are kept': async (app) => {
    await app.page.keyboard.type('Of the answer')
    await press(app, 'Enter')
    const lists = app.page.getByRole('navigation', { name: 'Lists' })
    await expect(lists.getByRole('button', { name: 'Of the answer', exact: true })).toBeVisible()
  },
  'what the doctor has found': async (app) => {
    const pays = await tag(app, 'The tram pays for itself within nine years.')
    const never = await tag(app, 'With its costs the tram never pays for itself.', 'Rebuttal')
    await link(app, never, 'rebuts', pays)
    await link(app, pays, 'supports', never)
    await press(app, 'Alt+8')
    await app.page.getByRole('button', { name: /Supports what/ }).press('Enter')
    const doctor = app.page.getByRole('region', { name: 'Consistency doctor' })
    await expect(doctor.getByRole('listbox').getByRole('option')).toHaveCount(1)
  },
  'a collection to be renamed': async (app) => {
    await app.request('document.collect', { ids: (await documentIds(app)).slice(0, 1), name: 'Press' })
    await press(app, 'Alt+8')
    await app.page.locator('[data-area="documents"]').getByRole('button', { name: 'Show' }).press('Enter')
    await app.page.getByRole('menuitemcheckbox', { name: 'Group by collection' }).press('Enter')
    const tree = app.page.getByRole('tree', { name: 'Documents' })
    await tree.focus()
    await press(app, 'Home', 'Shift+F10')
    await menuitem(app, 'Rename collection…').press('Enter')
    await expect(dialog(app).getByRole('textbox')).toBeFocused()
  },
  'a field to be renamed': async (app) => {
    await closeDialog(app)
    const [id] = await documentIds(app)
    await app.request('document.update', { id: id!, change: { metadata: { archive: 'Box 4' } } })
    await press(app, 'Control+Shift+D')
    const grid = app.page.getByRole('grid', { name: 'Documents' })
    await expect(grid).toBeVisible()
    await app.page.getByRole('button', { name: 'Columns' }).press('Enter')
    await app.page.getByRole('menuitemcheckbox', { name: 'archive' }).press('Enter')
    await press(app, 'Escape')
    await grid.focus()
    await press(app, 'Control+Home', 'ArrowUp', 'End', 'Alt+ArrowDown')
    await menuitem(app, 'Rename field…').press('Enter')
    await expect(dialog(app).getByRole('textbox')).toBeFocused()
  },
  'speakers to be made one': async (app) => {
    await closeDialog(app)
    const names = ['Ada Lind', 'Lind'] as const
    const speakers = await Promise.all(names.map((name) => app.request('speaker.create', { name })))
    const all = await app.request('annotation.search', { words: '' })
    for (const [at, { id }] of all.entries())
      await app.request('annotation.update', { id, change: { speakerId: speakers[at % 2]!.id } })
    await press(app, 'Control+Shift+D', 'Alt+7')
    const likely = app.page.getByRole('region', { name: 'Perhaps the same' })
    await likely.getByRole('button', { name: /^Merge/ }).press('Enter')
    await expect(dialog(app)).toContainText('What changes')
  },
  'a speaker to be made two': async (app) => {
    await dialog(app).getByRole('button', { name: 'Merge', exact: true }).press('Enter')
    await expect(dialog(app)).toBeHidden()
    await app.page.getByRole('button', { name: 'Split…' }).press('Enter')
    await dialog(app).getByRole('textbox').fill('Another')
    await dialog(app).getByRole('option').first().click()
    await expect(dialog(app)).toContainText('What changes')
  },
  'a file to be replaced': async (app) => {
    // The first gives up what is chosen in the list.
    await press(app, 'Escape')
    await expect(dialog(app).getByRole('option', { selected: true })).toHaveCount(0)
    await closeDialog(app)
    await choosesTarget(app, 'links.csv')
    await press(app, 'Alt+7', 'Alt+1')
    const save = async () => {
      await app.page.getByRole('button', { name: 'Passages by tag: copy or save' }).press('Enter')
      await menuitem(app, 'Save as CSV…').press('Enter')
    }
    await save()
    await expect(app.page.getByText(/^Saved: .*links\.csv$/)).toBeVisible()
    await save()
    await expect(app.page.getByRole('alertdialog')).toContainText('Replace')
  },
  'what a PDF takes': async (app) => {
    await press(app, 'Escape', 'Alt+1')
    await choosesTarget(app, 'text.pdf')
    await textOf(app).focus()
    await command(app, 'Save as PDF')
    await dialog(app).getByText('Only some', { exact: true }).click()
    await expect(dialog(app)).toContainText(answer.title)
  },
  'a PDF that is written': async (app) => {
    await dialog(app).getByText('This text').click()
    await dialog(app).getByRole('button', { name: 'Save as PDF…' }).press('Enter')
    await expect(dialog(app)).toContainText('PDF written')
  },
  'a reading copy': async (app) => {
    await closeDialog(app)
    await press(app, 'Control+E')
    await dialog(app)
      .getByRole('button', { name: /^Format|Format$/ })
      .press('Enter')
    await app.page
      .getByRole('option', { name: /^Reading copy/ })
      .first()
      .click()
    await expect(dialog(app)).toContainText('Notes')
  },
  'a copy that is written': async (app) => {
    await choosesTarget(app, 'copy.docx')
    await dialog(app).getByRole('button', { name: 'Export…' }).press('Enter')
    await expect(dialog(app).getByRole('button', { name: 'Done' })).toBeVisible()
  },
  'a claim between its answers': async (app) => {
    await closeDialog(app)
    await textOf(app).focus()
    await focusClaim(app)
    await press(app, 'Alt+6')
    await expect(app.page.getByRole('heading', { name: 'Linked passages' })).toBeVisible()
    await app.page.getByRole('application').focus()
  },
  'a passage beside the one it quotes': async (app) => {
    await press(app, 'Alt+6')
    await expect(textOf(app)).toHaveAccessibleName(statement.title)
    await focusClaim(app)
    await expect(inspector(app).getByRole('blockquote')).toHaveText(claim)
    await press(app, 'Shift+C')
    await expect(dialog(app)).toContainText('Hardly the same words')
    await dialog(app).getByRole('button', { name: 'The other way round' }).press('Enter')
  },
}
