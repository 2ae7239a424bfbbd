import { join } from 'node:path'
import type { Session } from '../main/session.ts'
import { alike } from '../preload/contract/alike.ts'
import type {
  BroughtIn,
  Found,
  LeftOutByChoice,
  Newcomer,
  Taking,
} from '../preload/contract/annotation-import.ts'
import { Failure } from '../preload/contract/failure.ts'
import type { Terminal } from './terminal.ts'
import { task } from './with-session.ts'
import { WrongWords } from './wrong-words.ts'

export interface AnnotationReport extends Omit<BroughtIn, 'documentIds'> {
  file: string
  format: string
}

export interface AnnotationsAsked {
  path: string
  format: string | null
  together: readonly string[]
  /** What was named together with it and holds no annotations. */
  beside: readonly string[]
  mapping: ReadonlyMap<string, string>
  /** Names of tags and link types of theirs that stay out. */
  leaveOut: readonly string[]
  taking: Taking
}

/** “Their tag=Ours”; with nothing after the sign, theirs is to be new. Fails with `WrongWords`. */
export function parseMapping(words: readonly string[]): Map<string, string> {
  return new Map(
    words.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw new WrongWords(`--map wants “Their tag=Ours”, not “${pair}”.`)
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()]
    }),
  )
}

/** Brings in the annotations of another program, and tells what it did; as `ofAnnotations`. */
export function importAnnotations(
  session: Session,
  asked: AnnotationsAsked,
  terminal: Terminal,
): Promise<Told<AnnotationReport> | undefined> {
  const { handlers } = session
  const { path, mapping, leaveOut, taking } = asked
  return ofAnnotations(session, asked, terminal, async (found) => {
    const choices = await choicesOf(handlers, found, mapping)
    const { documentIds: _, ...report } = await handlers.annotationImport.bring({
      task,
      reading: found.reading,
      together: '',
      ...choices,
      leaveOut: leftOutOf(found, leaveOut),
      taking,
      mostDoubts: null,
    })
    tell(path, found.format, report, terminal)
    tellOfTwins(path, found, terminal)
    return { file: path, format: found.format, ...report }
  })
}

export interface Told<T> {
  report: T
  /** The files beside them that were used. */
  used: string[]
}

/** Reads the annotations of another program and reports of them; undefined when a failure was told as a problem. */
export async function ofAnnotations<T>(
  { handlers }: Session,
  { path, format, together, beside }: AnnotationsAsked,
  terminal: Terminal,
  reportOf: (found: Found) => Promise<T>,
): Promise<Told<T> | undefined> {
  try {
    const found = await handlers.annotationImport.read({
      ...{ task, path, format, mostDoubts: null },
      ...{ together: [...together], beside: [...beside] },
    })
    return { report: await reportOf(found), used: found.beside }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    terminal.problem({ file: path, what: error.message })
    return undefined
  }
}

/** What each newcomer becomes that `--map` speaks of. Fails with `not-found` for a name that is nowhere. */
export async function choicesOf(
  handlers: Session['handlers'],
  found: Found,
  mapping: ReadonlyMap<string, string>,
) {
  const used = new Set<string>()
  const choose = (newcomers: readonly Newcomer[], own: readonly { uid: string; name: string }[]) => {
    const choices: Record<string, string | null> = {}
    for (const { id, name } of newcomers) {
      const ours = mapping.get(name)
      if (ours === undefined) continue
      const there = own.find((one) => one.name === ours) ?? own.find((one) => alike(one.name, ours))
      if (ours !== '' && !there) continue
      used.add(name)
      choices[id] = there?.uid ?? null
    }
    return choices
  }
  const choices = {
    tags: choose(found.tags, await handlers.tag.list()),
    linkTypes: choose(found.linkTypes, await handlers.linkType.list()),
    annotators: choose(found.annotators, await handlers.annotator.list()),
  }
  for (const [theirs, ours] of mapping) {
    if (used.has(theirs)) continue
    const isTheirs = [...found.tags, ...found.linkTypes, ...found.annotators].some(
      ({ name }) => name === theirs,
    )
    const what = isTheirs
      ? `Nothing in the project is called “${ours}”`
      : `Nothing in the files is called “${theirs}”`
    throw new Failure('not-found', `${what}: --map "${theirs}=${ours}" cannot be done.`)
  }
  return choices
}

/** Fails with `not-found` for a name that the files do not have. */
export function leftOutOf({ tags, linkTypes }: Found, names: readonly string[]): LeftOutByChoice {
  const missing = names.find((one) => ![...tags, ...linkTypes].some(({ name }) => name === one))
  if (missing !== undefined) {
    throw new Failure('not-found', `The files have no tag and no link type “${missing}” to leave out.`)
  }
  const ids = (things: readonly Newcomer[]) =>
    things.filter(({ name }) => names.includes(name)).map(({ id }) => id)
  return { tags: ids(tags), linkTypes: ids(linkTypes) }
}

/** Counts in words, such as “1 tag, 2 links”. */
export const listed = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${count} ${count === 1 ? what.replace(/s$/, '') : what}`)
    .join(', ')

function tell(
  path: string,
  format: string,
  report: Omit<BroughtIn, 'documentIds'>,
  terminal: Terminal,
): void {
  const { taken, alreadyThere, changed, deleted, left, leftOut, unread, mapped, doubts } = report
  terminal.say(`${path}: imported as ${format}: ${listed(taken) || 'nothing new'}`)
  const isAny = (counts: Readonly<Record<string, number>>) => Object.keys(counts).length > 0
  if (isAny(changed)) terminal.say(`  changed: ${listed(changed)}`)
  if (isAny(deleted)) terminal.say(`  deleted: ${listed(deleted)}`)
  if (isAny(left))
    terminal.say(`  different in the files or missing there, and left as they are here: ${listed(left)}`)
  if (isAny(alreadyThere)) terminal.say(`  in the project already: ${listed(alreadyThere)}`)
  tellOfMapped(mapped, terminal)
  for (const { what, count } of leftOut) terminal.say(`  left out: ${what} (${count})`)
  tellOfUnread(path, unread, terminal)
  for (const { where, what } of doubts) terminal.note(`${path}: ${where}: ${what}`)
}

/** What has another name here is named; the rest is a number, which may be large. */
function tellOfMapped(mapped: BroughtIn['mapped'], terminal: Terminal): void {
  const others = mapped.filter(({ from, to }) => from !== to)
  for (const { kind, from, to } of others) terminal.say(`  ${kind} “${from}” is “${to}”`)
  const same: Record<string, number> = {}
  for (const { kind, from, to } of mapped) if (from === to) same[`${kind}s`] = (same[`${kind}s`] ?? 0) + 1
  if (Object.keys(same).length > 0) terminal.say(`  of the same name here: ${listed(same)}`)
}

/** What the project has from other files already, so that it is there twice now. */
export function tellOfTwins(
  path: string,
  { thereAlready }: Pick<Found, 'thereAlready'>,
  terminal: Terminal,
): void {
  if (thereAlready === 0) return
  const twins = thereAlready === 1 ? '1 annotation stands' : `${thereAlready} annotations stand`
  terminal.note(
    `${path}: ${twins} in the project already, from other files: the same passage, tag and annotator.`,
  )
}

/** No list of files that is longer than this is read to its end. */
const mostNamed = 5

/** What could not be read is a problem each; what is of no matter to the format is named. */
export function tellOfUnread(
  path: string,
  { refused, passedOver, otherFormats }: BroughtIn['unread'],
  terminal: Terminal,
): void {
  for (const { where, line, what } of refused)
    terminal.problem({ file: join(path, where), ...(line !== null && { line }), what })
  if (passedOver.length === 0) return
  const more = passedOver.length - mostNamed
  const named = passedOver.slice(0, mostNamed).join(', ')
  terminal.say(
    `  not read: ${listed({ files: passedOver.length })}: ${named}${more > 0 ? ` and ${more} more` : ''}`,
  )
  for (const { name } of otherFormats)
    terminal.say(`  some of these hold annotations too: import this again with --format ${name} for them`)
}
