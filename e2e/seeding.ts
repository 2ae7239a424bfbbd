import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AnnotationId, DocumentId } from '../preload/contract/ids.ts'
import type { Link } from '../preload/contract/link.ts'
import { type App, expect } from './app.ts'
import { documentRow } from './reading.ts'
import { tramDispute } from './tram-dispute.ts'

/** What a story begins with, where making it is not the story: past the screen, through the same door. */

/** Files in a folder of the test, by their names below it; returns their paths. */
export function writeTexts(app: App, texts: Record<string, string | Uint8Array>): string[] {
  return Object.entries(texts).map(([name, content]) => {
    const path = join(app.folder, 'texts', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  })
}

/** Imports texts by file name and waits until the list shows them. */
export async function importTexts(app: App, texts: Record<string, string>): Promise<DocumentId[]> {
  await app.chooses(writeTexts(app, texts))
  const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
  const { files } = await app.request('document.import', { task: 'seeding', paths })
  const documents = await app.request('document.list', undefined)
  for (const { title } of documents) await expect(documentRow(app, title)).toBeVisible()
  return files.flatMap((file) => file.documentIds)
}

/** Takes all files that are laid out as they are, as soon as they were read. */
export async function importLaidOut(app: App): Promise<void> {
  const dialog = app.page.getByRole('dialog', { name: /^Import \d+ files?$/ })
  await expect(dialog.getByRole('button', { name: /^Import \d+ documents?$/ })).toBeEnabled()
  await dialog.getByRole('grid').press('Control+Enter')
}

/** Tags words that stand somewhere in the project. */
export async function tag(app: App, words: string, name = 'Claim'): Promise<AnnotationId> {
  return tagAll(app, [words], name)
}

/** Tags words of one text, which stand apart there, as one claim. */
export async function tagParts(app: App, ...parts: string[]): Promise<AnnotationId> {
  return tagAll(app, parts, 'Claim')
}

async function tagAll(app: App, parts: string[], name: string): Promise<AnnotationId> {
  const tags = await app.request('tag.list', undefined)
  for (const { id } of await app.request('document.list', undefined)) {
    const { text } = await app.request('document.text', { id })
    if (!parts.every((words) => text.includes(words))) continue
    const spans = parts.map((words) => {
      const start = text.indexOf(words)
      return { start, end: start + words.length }
    })
    const tagId = tags.find((one) => one.name === name)!.id
    return (await app.request('annotation.create', { documentId: id, tagId, spans })).id
  }
  throw new Error(`no document has the words “${parts.join('”, “')}”`)
}

export async function link(
  app: App,
  source: AnnotationId,
  type: string,
  target: AnnotationId,
): Promise<Link> {
  const types = await app.request('linkType.list', undefined)
  const linkTypeId = types.find((one) => one.name === type)!.id
  return app.request('link.create', {
    linkTypeId,
    source: { annotation: source },
    target: { annotation: target },
  })
}

/** Two texts, a claim in the one and its rebuttal in the other. */
export async function importRebuttedClaim(app: App): Promise<void> {
  await importTexts(app, tramDispute)
  const rebuttal = await tag(app, 'Four gardens', 'Rebuttal')
  await link(app, rebuttal, 'rebuts', await tag(app, 'nobody will lose a garden'))
}
