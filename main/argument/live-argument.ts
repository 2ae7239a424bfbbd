import type { OpenProject } from '../../db/open-project.ts'
import type { Committed } from '../../db/undo/history.ts'
import type { AnnotationId, DocumentId, LinkId } from '../../preload/contract/ids.ts'
import { imagesOf, rowsTouched } from '../rows-touched.ts'
import { inSlices, type Slices, sliceMs } from '../slices.ts'
import { Argument } from './argument.ts'

/** Rows that are read in one go: some milliseconds. */
const rowsAtOnce = 10_000
/** When more has changed in one commit, all is read anew. */
const mostFollowed = 1000

export interface LiveArgument {
  /** As it is now. Read when it is first asked for, in slices; kept up to date with every commit from then on. */
  now(): Promise<Argument>
}

const known = new WeakMap<OpenProject, LiveArgument>()

/** The argument of an open project; everyone who asks shares it. */
export function liveArgument(project: OpenProject): LiveArgument {
  const asked = known.get(project)
  if (asked) return asked
  const made = createLiveArgument(project)
  known.set(project, made)
  return made
}

/** Read in pieces of so many rows, with a rest after so many milliseconds. */
export function createLiveArgument(
  { history, repositories }: OpenProject,
  piece = rowsAtOnce,
  restAfterMs = sliceMs,
): LiveArgument {
  const { argumentColumns } = repositories
  let argument: Argument | null = null
  let loading: Promise<void> | null = null
  // What has changed while it is being read, to be looked at again afterwards; null where that was too much.
  let meanwhile: Touched | null = null
  let claimsChanged = false

  history.onCommitted((committed) => {
    if (!argument && !loading) return
    const touched = touchedBy(committed)
    if (touched?.claims) claimsChanged = true
    if (loading) {
      if (touched && meanwhile) unite(meanwhile, touched)
      else meanwhile = null
    } else if (touched && argument) follow(argument, touched)
    else argument = null
  })

  function follow(into: Argument, { annotations, links }: Touched): void {
    for (const id of annotations) {
      const row = argumentColumns.findAnnotation(id)
      const start = row && argumentColumns.findStart(id)
      if (row && start) into.putAnnotation(row, start)
      else into.removeAnnotation(id)
    }
    for (const id of links) {
      const row = argumentColumns.findLink(id)
      if (row) into.putLink(row)
      else into.removeLink(id)
    }
  }

  async function load(): Promise<void> {
    try {
      while (!argument) {
        meanwhile = { annotations: new Set(), links: new Set(), claims: true }
        const read = await readAll(argumentColumns, piece, inSlices(undefined, restAfterMs))
        if (!meanwhile) continue
        follow(read, meanwhile)
        claimsChanged = true
        argument = read
      }
    } finally {
      loading = null
    }
  }

  return {
    async now() {
      while (!argument) {
        loading ??= load()
        await loading
      }
      if (claimsChanged) argument.putClaims(argumentColumns.claims())
      claimsChanged = false
      return argument
    },
  }
}

async function readAll(
  columns: OpenProject['repositories']['argumentColumns'],
  piece: number,
  slices: Slices,
): Promise<Argument> {
  const largest = columns.largest()
  const argument = new Argument(largest)
  for (let after = 0; ; ) {
    const read = columns.annotations(after, piece)
    const { id, document, tag, claim, speaker, annotator } = read
    for (let at = 0; at < id.length; at++) {
      argument.takeAnnotation({
        id: id[at]!,
        document: document[at]!,
        tag: tag[at]!,
        claim: claim[at]!,
        speaker: speaker[at]!,
        annotator: annotator[at]!,
      })
    }
    if (id.length < piece) break
    after = id.at(-1)!
    await slices.rest()
  }
  // As many documents at a time as are likely to have so many annotations.
  const documents = Math.max(1, Math.floor((largest.document * piece) / Math.max(1, largest.annotation)))
  for (let after = 0; after < largest.document; after += documents) {
    const { annotation, start, end } = columns.spans(after as DocumentId, (after + documents) as DocumentId)
    for (let at = 0; at < annotation.length; at++) argument.append(annotation[at]!, start[at]!, end[at]!)
    await slices.rest()
  }
  for (let after = 0; ; ) {
    const read = columns.links(after, piece)
    const { id, type } = read
    for (let at = 0; at < id.length; at++) {
      argument.putLink({
        id: id[at]!,
        type: type[at]!,
        sourceAnnotation: read.sourceAnnotation[at]!,
        sourceClaim: read.sourceClaim[at]!,
        sourceLink: read.sourceLink[at]!,
        targetAnnotation: read.targetAnnotation[at]!,
        targetClaim: read.targetClaim[at]!,
        targetLink: read.targetLink[at]!,
      })
    }
    if (id.length < piece) break
    after = id.at(-1)!
    await slices.rest()
  }
  return argument
}

interface Touched {
  annotations: Set<AnnotationId>
  links: Set<LinkId>
  /** Whether some claim has come or gone. */
  claims: boolean
}

/** Null where too much has changed to be followed one by one. */
function touchedBy({ changes, count }: Committed): Touched | null {
  if (count > mostFollowed) return null
  const { annotation, span, link, claim } = rowsTouched(changes(mostFollowed))
  const annotations = new Set(annotation.keys() as Iterable<AnnotationId>)
  for (const { annotation_id } of imagesOf(span)) annotations.add(annotation_id as AnnotationId)
  return { annotations, links: new Set(link.keys() as Iterable<LinkId>), claims: claim.size > 0 }
}

function unite(into: Touched, { annotations, links }: Touched): void {
  for (const id of annotations) into.annotations.add(id)
  for (const id of links) into.links.add(id)
}
