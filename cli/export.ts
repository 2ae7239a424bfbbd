import { resolve } from 'node:path'
import { formats } from '../main/exchange/formats/index.ts'
import type { Contents, Loss } from '../preload/contract/exchange.ts'
import { Failure } from '../preload/contract/failure.ts'
import { type TermOptions, termSaid, termsOf } from './publication-terms.ts'
import { type ReadingOptions, readingOf, readingSaid } from './reading-options.ts'
import type { Terminal } from './terminal.ts'
import { type Surroundings, task, withSession } from './with-session.ts'
import { WrongWords } from './wrong-words.ts'

interface ExportOptions extends TermOptions, ReadingOptions {
  format: string
  out?: string
  dryRun?: true
  annotator?: string[]
  document?: string[]
  withOriginals?: true
  replace?: true
}

export async function exportDataset(
  project: string,
  { format, out, dryRun, annotator, document, withOriginals, replace, ...more }: ExportOptions,
  surroundings: Surroundings,
): Promise<void> {
  const { terminal } = surroundings
  const { asks, endings } = formats.find(({ name }) => name === format) ?? {}
  const said = termSaid(more)
  if (said !== undefined && asks !== 'terms')
    throw new WrongWords(`--${said} is of the format “dataset” only: leave it out, or choose that format.`)
  const shown = readingSaid(more)
  if (shown !== undefined && asks !== 'reading')
    throw new WrongWords(`--${shown} is of reading copies only: leave it out, or choose such a format.`)
  if (more.paper && !endings?.includes('pdf'))
    throw new WrongWords('--paper is of PDF only: leave it out, or choose “reading-pdf”.')
  if (out === undefined && !dryRun)
    throw new WrongWords('--out wants the file or folder to write; with --dry-run nothing is written.')
  const exporting = (contents: Contents): void => sayLacking(contents, terminal)
  await withSession({ path: project, exporting }, surroundings, async ({ handlers }) => {
    const annotators = (await handlers.annotator.list()).map(({ id, uid, name }) => ({ id, uid, name }))
    const documents = (await handlers.document.list()).map(({ id, uid, title }) => ({ id, uid, name: title }))
    const tags = (await handlers.tag.list()).map(({ id, uid, name }) => ({ id, uid, name }))
    const choice = {
      format,
      annotatorIds: annotator ? annotator.map((words) => find(words, annotators, 'annotator')) : null,
      documentIds: document ? document.map((words) => find(words, documents, 'document')) : null,
      withOriginals: withOriginals ?? false,
      ...(asks === 'terms' && { terms: termsOf(more, (words) => find(words, documents, 'document')) }),
      ...(asks === 'reading' && { reading: readingOf(more, (words) => find(words, tags, 'tag')) }),
      ...(more.paper && { paper: more.paper }),
    }
    const writes = out !== undefined && !dryRun
    const report = writes
      ? await handlers.exchange.write({ ...choice, task, to: resolve(out), replace: replace ?? false })
      : { paths: [], notes: [], ...(await handlers.exchange.preview(choice)) }
    const { paths, counts, losses, unanswered, notes } = report
    const made = listed(Object.entries(counts))
    if (writes) terminal.say(`Wrote ${out} from ${made}.`)
    else {
      terminal.say(`Nothing was written; it would be ${made}.`)
      sayLacking(report, terminal)
    }
    for (const note of notes) terminal.say(note)
    terminal.result({ format, paths, counts, losses, unanswered, notes })
  })
}

/** As the export dialog parts it. */
function sayLacking({ losses, unanswered }: Contents, terminal: Terminal): void {
  const { beside = [], out = [] } = Object.groupBy(losses, (loss) => (loss.beside ? 'beside' : 'out'))
  if (beside.length > 0)
    terminal.say(`Kept beside it, in links.jsonl and loss.json: ${listedLosses(beside)}.`)
  if (out.length > 0) terminal.say(`Left out: ${listedLosses(out)}.`)
  if (unanswered > 0)
    terminal.say(`Without an attribute that their tag requires: ${listed([['annotations', unanswered]])}.`)
}

/** By id, else by name, which must be the name of only one. */
function find<Id>(words: string, things: readonly { id: Id; uid: string; name: string }[], kind: string): Id {
  const byId = things.find(({ uid }) => uid === words)
  if (byId) return byId.id
  const [first, ...others] = things.filter(({ name }) => name === words)
  if (first === undefined) throw new Failure('not-found', `There is no ${kind} “${words}” in the project.`)
  if (others.length === 0) return first.id
  const ids = [first, ...others].map(({ uid }) => uid).join(', ')
  throw new Failure('bad-input', `Several ${kind}s are called “${words}”; name one by its id: ${ids}.`)
}

const listed = (counts: [string, number][]): string =>
  counts.map(([what, count]) => `${count} ${count === 1 ? what.replace(/s$/, '') : what}`).join(', ')

const listedLosses = (losses: readonly Loss[]): string =>
  losses.map(({ what, count }) => `${what} (${count})`).join(', ')
