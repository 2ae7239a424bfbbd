import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { endingOf, exchangeEndings, textFormats, withoutEnding } from './formats.ts'

/** A file to import. */
export interface ListedFile {
  path: string
  /** As a person knows it: with the folders below the one that was chosen. */
  name: string
  /** Why it cannot come in although it was found; '' otherwise. */
  problem: string
}

/** A chosen folder in which files were passed over, and the endings they have. */
export interface PassedOver {
  path: string
  name: string
  count: number
  endings: string[]
}

export interface Listing {
  files: ListedFile[]
  passedOver: PassedOver[]
}

/** Endings of what may be a text: the formats that can be read, and those whose refusal is worth a sentence. */
const textEndings: ReadonlySet<string> = new Set([
  ...Object.values(textFormats).flatMap((format) => format.endings),
  ...exchangeEndings,
  ...[
    '',
    'asc',
    'csv',
    'doc',
    'docx',
    'epub',
    'log',
    'me',
    'mht',
    'mhtml',
    'odt',
    'pdf',
    'rtf',
    'srt',
    'tsv',
    'vtt',
  ],
])

const collator = new Intl.Collator('en', { numeric: true })

/**
 * The files behind chosen paths: files as they were chosen, folders with all they hold, by name, numbers in their
 * order. In folders hidden files and those of saved web pages (`page_files` beside `page.html`) are passed over in
 * silence, files with endings of no text are counted, and links are told but never followed.
 */
export async function listFiles(paths: readonly string[], signal?: AbortSignal): Promise<Listing> {
  const listing: Listing = { files: [], passedOver: [] }
  const seen = new Set<string>()
  for (const path of paths) {
    const name = basename(path)
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => error)
    if (found instanceof Error) listing.files.push({ path, name, problem: problemOf(found) })
    else if (found.isDirectory()) await listFolder({ path, name }, listing, signal)
    else listing.files.push({ path, name, problem: '' })
  }
  listing.files = listing.files.filter(({ path }) => !seen.has(path) && seen.add(path))
  return listing
}

async function listFolder(
  root: { path: string; name: string },
  listing: Listing,
  signal?: AbortSignal,
): Promise<void> {
  const passedOver: PassedOver = { ...root, count: 0, endings: [] }
  const folders = [root]
  for (let folder = folders.pop(); folder && !signal?.aborted; folder = folders.pop()) {
    const entries = await readdir(folder.path, { withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => error,
    )
    if (entries instanceof Error) {
      listing.files.push({ ...folder, problem: problemOf(entries) })
      continue
    }
    const visible = entries.filter(
      (entry) => !entry.name.startsWith('.') && !isPartOfSavedPage(entry, entries),
    )
    visible.sort((a, b) => collator.compare(a.name, b.name) || (a.name < b.name ? -1 : 1))
    const inner: typeof folders = []
    for (const entry of visible) {
      const place = { path: join(folder.path, entry.name), name: `${folder.name}/${entry.name}` }
      if (entry.isDirectory()) inner.push(place)
      else if (entry.isSymbolicLink()) listing.files.push({ ...place, problem: linkInFolder })
      else if (entry.isFile() && textEndings.has(endingOf(entry.name)))
        listing.files.push({ ...place, problem: '' })
      else passOver(passedOver, entry.name)
    }
    folders.push(...inner.reverse())
  }
  if (passedOver.count > 0) listing.passedOver.push(passedOver)
}

function passOver(passedOver: PassedOver, name: string): void {
  passedOver.count++
  const ending = `.${endingOf(name)}`
  if (passedOver.endings.length < 5 && !passedOver.endings.includes(ending)) passedOver.endings.push(ending)
}

function isPartOfSavedPage(entry: Dirent, siblings: readonly Dirent[]): boolean {
  if (!entry.isDirectory() || !entry.name.endsWith('_files')) return false
  const page = entry.name.slice(0, -'_files'.length)
  return siblings.some(({ name }) => withoutEnding(name) === page && /^x?html?$/.test(endingOf(name)))
}

const gone = 'This file is not there any more.'
const linkInFolder =
  'This is a link to another place, and links in a folder are not followed: choose the file itself.'

export function problemOf(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return gone
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return 'This may not be read: change its permissions first.'
  if (error.code === 'EBUSY') return 'Another program has this file locked: close it there first.'
  return `This could not be read (${error.code ?? error.message}).`
}
