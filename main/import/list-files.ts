import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { endingOf } from './formats.ts'
import { listZip } from './list-zip.ts'
import {
  inNameOrder,
  type Listing,
  linkInFolder,
  mayBeText,
  type PassedOver,
  passOver,
  problemOf,
} from './listing.ts'
import { isFolderOfPage } from './page/saved-page.ts'
import { isOpen, type OpenFiles, readHead } from './read-source.ts'
import { isForeignXml } from './recognise.ts'
import { zippedFileAt } from './zipped-files.ts'

/**
 * The files behind chosen paths: files as they were chosen, folders with all they hold, by name, numbers in their
 * order. In folders hidden files and those of saved web pages (`page_files` beside `page.html`) are passed over in
 * silence, as are our own files beside an exported one, files with endings of no text are counted, and links are told but never followed. A zip is a folder, but one
 * inside another is not opened. `openFiles` are left alone.
 */
export async function listFiles(
  paths: readonly string[],
  openFiles: OpenFiles,
  signal?: AbortSignal,
): Promise<Listing> {
  const listing: Listing = { files: [], passedOver: [] }
  const seen = new Set<string>()
  const chosen = new Set(paths)
  for (const path of paths) {
    const name = basename(path)
    const found = await stat(path).catch((error: NodeJS.ErrnoException) => error)
    if (found instanceof Error) listing.files.push({ path, name, problem: await problemAt(path, found) })
    else if (found.isDirectory() && isFolderOfPage(name, (page) => chosen.has(join(dirname(path), page))))
      continue
    else if (found.isDirectory()) await listFolder({ path, name }, { listing, openFiles, signal })
    else if (isZip(name) && !(await isOpen(path, openFiles))) await listZip({ path, name }, listing)
    else listing.files.push({ path, name, problem: '' })
  }
  listing.files = listing.files.filter(({ path }) => !seen.has(path) && seen.add(path))
  return listing
}

const isZip = (name: string) => endingOf(name) === 'zip'

/** What an export of ours has put beside a file for what that cannot hold; it comes in with the file. */
function isSidecar(name: string, names: ReadonlySet<string>): boolean {
  const file = /^(.+)\.(links\.jsonl|loss\.json)$/.exec(name)?.[1]
  return (
    file !== undefined &&
    names.has(file) &&
    ['links.jsonl', 'loss.json'].every((one) => names.has(`${file}.${one}`))
  )
}

async function isXmlOfOthers(path: string, openFiles: OpenFiles): Promise<boolean> {
  if (endingOf(path) !== 'xml') return false
  const head = await readHead(path, openFiles).catch(() => null)
  return head !== null && isForeignXml(head, basename(path))
}

/** A file in a zip is not on the disk and is there all the same. */
async function problemAt(path: string, error: NodeJS.ErrnoException): Promise<string> {
  return (await zippedFileAt(path)) ? '' : problemOf(error)
}

interface Walk {
  listing: Listing
  openFiles: OpenFiles
  signal: AbortSignal | undefined
}

async function listFolder(
  root: { path: string; name: string },
  { listing, openFiles, signal }: Walk,
): Promise<void> {
  const passedOver: PassedOver = { ...root, count: 0, endings: [], names: [] }
  const folders = [root]
  for (let folder = folders.pop(); folder && !signal?.aborted; folder = folders.pop()) {
    const entries = await readdir(folder.path, { withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => error,
    )
    if (entries instanceof Error) {
      listing.files.push({ ...folder, problem: problemOf(entries) })
      continue
    }
    const names = new Set(entries.map(({ name }) => name))
    const visible = entries.filter(
      (entry) =>
        !entry.name.startsWith('.') &&
        !isSidecar(entry.name, names) &&
        !(entry.isDirectory() && isFolderOfPage(entry.name, (name) => names.has(name))),
    )
    visible.sort((a, b) => inNameOrder(a.name, b.name))
    const inner: typeof folders = []
    for (const entry of visible) {
      const place = { path: join(folder.path, entry.name), name: `${folder.name}/${entry.name}` }
      const inside = place.name.slice(passedOver.name.length + 1)
      if (entry.isDirectory()) inner.push(place)
      else if (entry.isSymbolicLink()) listing.files.push({ ...place, problem: linkInFolder })
      else if (entry.isFile() && isZip(entry.name) && !(await isOpen(place.path, openFiles)))
        await listZip(place, listing)
      else if (entry.isFile() && (await isXmlOfOthers(place.path, openFiles)))
        passOver(passedOver, inside, '.xml that is not TEI')
      else if (entry.isFile() && mayBeText(endingOf(entry.name)))
        listing.files.push({ ...place, problem: '' })
      else passOver(passedOver, inside)
    }
    folders.push(...inner.reverse())
  }
  if (passedOver.count > 0) listing.passedOver.push(passedOver)
}
