import { mostCreated } from '../../preload/contract/annotation.ts'
import { narrowsDocuments } from '../../preload/contract/filter.ts'
import type { Query, QueryKind } from '../../preload/contract/finding/query.ts'
import type { SavedSearchId, TagId } from '../../preload/contract/ids.ts'
import type { InputOf } from '../../preload/contract/index.ts'
import { type ConcordanceLine, mostLines } from '../../preload/contract/search.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { showMiddle, toggleMiddle } from '../store/middle.ts'
import { notify, say, showFailure } from '../store/notices.ts'
import type { HitsToTag } from '../store/open-dialog.ts'
import { goToSpan } from '../store/places.ts'
import { isNowhere } from '../store/reading/finding.ts'
import { showDialog } from '../store/screen.ts'
import { usualAsked } from '../store/searching/search-state.ts'
import { change, loadSaved, run } from '../store/searching/searching.ts'
import { workbench } from '../store/workbench.ts'

/** Goes to the place of a line in its text; the view keeps where the person was. */
export async function openLine({ documentId, start, end }: ConcordanceLine): Promise<void> {
  await goToSpan(documentId, { start, end }, workbench.getState().activeSide)
}

/** Asks for the tag of the lines that are chosen; else of the one at `place`, or of all hits where it is null. */
export function chooseTagOfHits(place: number | null): void {
  const { result, chosen, order } = workbench.getState().searching
  if (!result) return
  const one = place === null ? null : [place]
  const at = chosen.size > 0 ? [...chosen] : one
  const count = at?.length ?? (result.counted ? result.hits : null)
  showDialog({ kind: 'tag-hits', hits: { id: result.id, order, at, count } })
}

/** Tags hits as one step, and tells how many. Fails with `not-found` where the search was made anew meanwhile. */
export async function tagHits(tagId: TagId, { id, order, at }: HitsToTag): Promise<void> {
  const { tags } = workbench.getState()
  const { created, skipped } = await request('search.createAnnotations', { id, tagId, order, at })
  const name = tags.find((tag) => tag.id === tagId)?.name ?? ''
  const already = `${countOf(skipped, 'passage')} ${skipped === 1 ? 'was' : 'were'} tagged so already`
  const told =
    created === 0 ? `Nothing to tag as ${name}` : `Tagged ${countOf(created, 'passage')} as ${name}`
  notify('done', skipped > 0 ? `${told}; ${already}` : told, { isOfChange: true })
  change({ chosen: new Set() })
}

/** Chooses all lines together, where that are not more than can be tagged. */
export function chooseAllLines(): void {
  const { result, stopped } = workbench.getState().searching
  if (!result) return
  if (!result.counted && !stopped) {
    say('The hits are still being counted')
    return
  }
  if (result.hits > mostCreated) {
    say(`No more than ${countOf(mostCreated, 'line')} can be chosen together`)
    return
  }
  change({ chosen: new Set(Array.from({ length: result.hits }, (_, place) => place)) })
  const unless = result.counted ? '' : '; the count was stopped, there may be more'
  say(`${countOf(result.hits, 'line')} chosen${unless}`)
}

/** The lines that are chosen, or the current one, as a table with a heading: tabs between cells, one line each. */
export async function copyLines(): Promise<void> {
  const { documents } = workbench.getState()
  const asked = linesToCopy()
  if (!asked) return
  const lines = await request('search.linesAt', asked)
  const about = new Map(documents.map((document) => [document.id, document]))
  const rows = lines.map(({ documentId, left, hit, right }) => {
    const document = about.get(documentId)
    return [left, hit, right, document?.title ?? '', document?.date ?? '']
  })
  const table = [['left', 'hit', 'right', 'document', 'date'], ...rows]
  const text = table.map((row) => row.map((cell) => cell.replace(/[\t\n\r]+/g, ' ')).join('\t')).join('\n')
  await request('app.copyText', { text })
  say(`${countOf(lines.length, 'line')} copied`)
}

/** The same lines as CSV. */
export async function copyLinesAsCsv(): Promise<void> {
  const asked = linesToCopy()
  if (!asked) return
  await request('app.copyText', { text: await request('search.csvOf', asked) })
  say(`${countOf(asked.at.length, 'line')} copied as CSV`)
}

function linesToCopy(): (InputOf<'search.linesAt'> & { at: number[] }) | null {
  const { result, chosen, order, current } = workbench.getState().searching
  if (!result || result.hits === 0) return null
  const at = chosen.size > 0 ? [...chosen].sort((a, b) => a - b).slice(0, mostLines) : [current]
  return { id: result.id, order, at }
}

/** Keeps what is looked for under a name, in the place of the one of that name. */
export async function saveSearch(name: string): Promise<void> {
  await request('savedSearch.create', { name, asked: workbench.getState().searching.asked })
  await loadSaved()
  say(`Saved as ${name}`)
}

export async function deleteSavedSearch(id: SavedSearchId): Promise<void> {
  await request('savedSearch.delete', { id })
  await loadSaved()
  say('Deleted')
}

export async function runSaved(id: SavedSearchId): Promise<void> {
  const found = workbench.getState().searching.saved.find((one) => one.id === id)
  if (!found) return
  change({ asked: found.asked, tab: 'lines', filtersShown: isNarrowed(found.asked) })
  await run()
}

/** Looks through all texts for what was looked for in one. */
function searchAllFor({ words, kind, matchCase, matchAccents }: Query): void {
  const query = searchOf(words, kind)
  change({ asked: { ...usualAsked, query, matchCase, matchAccents }, tab: 'lines', filtersShown: false })
  showMiddle('search')
  run().catch(showFailure)
}

/** Shows the search of all texts, for the words that the active text does not have; or the texts, where it is shown. */
export function toggleSearch(): void {
  const { finding, middle } = workbench.getState()
  if (finding && middle === 'texts' && isNowhere(finding)) searchAllFor(finding.query)
  else toggleMiddle('search')
}

/** In the language of searches (docs/searching.md). */
export function searchOf(words: string, kind: QueryKind): string {
  if (kind === 'expression') return `/${words.replace(/\\.|\//g, (part) => (part === '/' ? '\\/' : part))}/`
  const quoted = (phrase: string) => `"${phrase.replace(/["“”„«»]/g, ' ').trim()}"`
  return kind === 'phrase' ? quoted(words) : words.trim().split(/\s+/).map(quoted).join(' OR ')
}

/** Whether a search does not look everywhere. */
export function isNarrowed({ documents, passages }: typeof usualAsked): boolean {
  return passages !== null || narrowsDocuments(documents)
}
