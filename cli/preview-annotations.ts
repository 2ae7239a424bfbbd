import type { Session } from '../main/session.ts'
import type { Comparison, Found, Newcomer } from '../preload/contract/annotation-import.ts'
import {
  type AnnotationsAsked,
  choicesOf,
  leftOutOf,
  listed,
  ofAnnotations,
  type Told,
  tellOfTwins,
  tellOfUnread,
} from './import-annotations.ts'
import type { Terminal } from './terminal.ts'

interface Newly {
  name: string
  /** Annotations or links that have it. */
  uses: number
  /** What it will be in the project; null for a new one. */
  as: string | null
}

export interface AnnotationPreview
  extends Pick<Found, 'format' | 'counts' | 'documents' | 'thereAlready' | 'leftOut' | 'unread' | 'doubts'> {
  file: string
  /** Where the project has some of it: how much is new, differs, or is missing in the files. */
  comparison: Comparison['counts'] | null
  tags: Newly[]
  linkTypes: Newly[]
  annotators: Newly[]
}

/** Reads the annotations of another program and tells what would come in, which nothing does; as `ofAnnotations`. */
export function previewAnnotations(
  session: Session,
  asked: AnnotationsAsked,
  terminal: Terminal,
): Promise<Told<AnnotationPreview> | undefined> {
  const { handlers } = session
  return ofAnnotations(session, asked, terminal, async (found) => {
    await handlers.annotationImport.close({ reading: found.reading })
    const choices = await choicesOf(handlers, found, asked.mapping)
    const out = leftOutOf(found, asked.leaveOut)
    const { counts, documents, thereAlready, leftOut, unread, doubts } = found
    const report = {
      ...{ file: asked.path, format: found.format, counts, documents, thereAlready },
      comparison: found.comparison?.counts ?? null,
      tags: newly(found.tags, choices.tags, await handlers.tag.list(), out.tags),
      linkTypes: newly(found.linkTypes, choices.linkTypes, await handlers.linkType.list(), out.linkTypes),
      annotators: newly(found.annotators, choices.annotators, await handlers.annotator.list()),
      ...{ leftOut, unread, doubts },
    }
    tell(report, terminal)
    return report
  })
}

function newly(
  newcomers: readonly Newcomer[],
  chosen: Readonly<Record<string, string | null>>,
  own: readonly { uid: string; name: string }[],
  without: readonly string[] = [],
): Newly[] {
  return newcomers
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name, uses, same }) => {
      const uid = id in chosen ? chosen[id] : same
      return { name, uses, as: own.find((one) => one.uid === uid)?.name ?? null }
    })
}

function tell(report: AnnotationPreview, terminal: Terminal): void {
  const { file, format, counts, documents, comparison, leftOut, unread, doubts } = report
  terminal.say(`${file}: would be imported as ${format}: ${listed(counts) || 'nothing'}`)
  const texts = Object.entries(documents).filter(([, count]) => count > 0)
  if (texts.length > 0) terminal.say(`  texts: ${texts.map(([how, count]) => `${count} ${how}`).join(', ')}`)
  if (comparison) {
    const { added, changed, missing } = comparison
    terminal.say(`  held against the project: ${added} added, ${changed} changed, ${missing} missing`)
  }
  tellOfTwins(file, report, terminal)
  const kinds = [
    ['tag', report.tags] as const,
    ['link type', report.linkTypes] as const,
    ['annotator', report.annotators] as const,
  ]
  for (const [kind, all] of kinds)
    for (const { name, uses, as } of all)
      terminal.say(`  ${kind} “${name}” (${uses}): ${as === null ? 'new' : `is “${as}”`}`)
  for (const { what, count } of leftOut) terminal.say(`  left out: ${what} (${count})`)
  tellOfUnread(file, unread, terminal)
  for (const { where, what } of doubts) terminal.note(`${file}: ${where}: ${what}`)
}
