import { basename } from 'node:path'
import { Failure } from '../../preload/contract/failure.ts'
import { endingOf } from './formats.ts'
import { inNameOrder, type Listing, linkInFolder, mayBeText, type PassedOver, passOver } from './listing.ts'
import { isFolderOfPage } from './page/saved-page.ts'
import { zipContents } from './zipped-files.ts'

/** Adds the files of a zip to a listing, as if it were a folder; a zip that cannot be read stands there with its problem. */
export async function listZip(zip: { path: string; name: string }, listing: Listing): Promise<void> {
  try {
    const { names, links } = await zipContents(zip.path)
    if (isDocument(names)) {
      listing.files.push({ ...zip, problem: '' })
      return
    }
    const passedOver: PassedOver = { ...zip, count: 0, endings: [], names: [] }
    const all = new Set(names)
    for (const name of [...names, ...links].sort(inNameOrder)) {
      if (isHidden(name) || isPartOfSavedPage(name, all)) continue
      const place = { path: `${zip.path}/${name}`, name: `${zip.name}/${name}` }
      if (!all.has(name)) listing.files.push({ ...place, problem: linkInFolder })
      else if (mayBeText(endingOf(basename(name)))) listing.files.push({ ...place, problem: '' })
      else passOver(passedOver, name)
    }
    if (passedOver.count > 0) listing.passedOver.push(passedOver)
    if (names.length === 0) listing.files.push({ ...zip, problem: 'This zip is empty.' })
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    listing.files.push({ ...zip, problem: error.message })
  }
}

/** A document of Office or an e-book that somebody gave the ending of a zip. */
const isDocument = (names: readonly string[]) =>
  names.includes('[Content_Types].xml') || names[0] === 'mimetype'

/** What file systems put beside the files of a person. */
const isHidden = (name: string) => name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX')

function isPartOfSavedPage(path: string, all: ReadonlySet<string>): boolean {
  const folders = path.split('/').slice(0, -1)
  return folders.some((folder, at) =>
    isFolderOfPage(folder, (name) => all.has([...folders.slice(0, at), name].join('/'))),
  )
}
