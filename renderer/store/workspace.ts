import { z } from 'zod'
import { DocumentId, LinkTypeId, TagId } from '../../preload/contract/ids.ts'
import { LinkEnd } from '../../preload/contract/link.ts'
import { OwnReading } from '../../preload/contract/preferences.ts'
import { Paper, ReadingCopyOptions } from '../../preload/contract/reading-copy.ts'
import { request } from '../client.ts'
import type { ReadingPlace } from '../document/index.ts'
import { ClaimsView, usualClaims } from './argument/claims-view.ts'
import { ConfrontationView, usualConfrontation } from './argument/confrontation-view.ts'
import { DoctorView, usualDoctor } from './argument/doctor-view.ts'
import { usualWorkLists, WorkListsView } from './argument/work-lists-view.ts'
import { DocumentListView, wholeList } from './documents/list-view.ts'
import { TableView, usualTable } from './documents/table-view.ts'
import { showFailure } from './notices.ts'
import { middles, workbench } from './workbench.ts'

/** What a person finds again at the next start: kept by main for each project, outside the project file. */
const Kept = z.object({
  panes: z.object({
    left: z.object({ documentId: DocumentId }).nullable(),
    right: z.object({ documentId: DocumentId }).nullable(),
  }),
  activeSide: z.enum(['left', 'right']),
  shown: z.object({ documents: z.boolean(), inspector: z.boolean(), outline: z.boolean().default(false) }),
  margin: z
    .object({ on: z.boolean(), notes: z.boolean(), links: z.boolean() })
    .default({ on: true, notes: true, links: true }),
  print: ReadingCopyOptions.extend({ paper: Paper }).optional(),
  pending: z.object({ end: LinkEnd, words: z.string(), where: z.string() }).nullable(),
  documentList: DocumentListView.optional(),
  table: TableView.optional(),
  claimsView: ClaimsView.optional().catch(undefined),
  workListsView: WorkListsView.optional().catch(undefined),
  doctorView: DoctorView.optional().catch(undefined),
  confrontation: ConfrontationView.optional().catch(undefined),
  middle: z.enum(middles).optional().catch(undefined),
  tagLooks: z.array(z.tuple([TagId, z.enum(['dimmed', 'hidden'])])).default([]),
  terms: z.array(z.string()).default([]),
  answerChoice: z
    .object({ tagId: TagId.nullable(), linkTypeId: LinkTypeId.nullable() })
    .catch({ tagId: null, linkTypeId: null }),
  ownReading: z.array(z.tuple([DocumentId, OwnReading])).catch([]),
  places: z.array(
    z.tuple([DocumentId, z.object({ offset: z.int(), shift: z.number(), caret: z.int().default(0) })]),
  ),
})

const quietMs = 400
const mostPlaces = 2000

/** What lay at the top of the window, and the caret’s offset. */
export type KeptPlace = ReadingPlace & { caret: number }

let places = new Map<DocumentId, KeptPlace>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Where a document was left. */
export function placeKept(documentId: DocumentId): KeptPlace | undefined {
  return places.get(documentId)
}

export function keepPlace(documentId: DocumentId, place: KeptPlace): void {
  places.delete(documentId)
  places.set(documentId, place)
  scheduleKeeping()
}

/** Puts the window back as it was left; what no longer fits is left out. */
export function restoreWorkspace(workspace: string | null): void {
  places = new Map()
  const kept = workspace === null ? undefined : Kept.safeParse(parseJson(workspace)).data
  const { documents, print } = workbench.getState()
  const there = new Set(documents.map((document) => document.id))
  const first = documents[0] ? { documentId: documents[0].id } : null
  // How one prints holds for all projects, but the tags are those of one.
  const anyTags = { ...print, tagIds: null }
  if (!kept) {
    workbench.setState({ panes: { left: first, right: null }, print: anyTags })
    return
  }
  places = new Map(kept.places)
  const panes = [kept.panes.left, kept.panes.right].filter(
    (pane) => pane !== null && there.has(pane.documentId),
  )
  workbench.setState({
    panes: { left: panes[0] ?? first, right: panes[1] ?? null },
    activeSide: panes[1] ? kept.activeSide : 'left',
    shown: kept.shown,
    focusMode: null,
    ownReading: new Map(kept.ownReading.filter(([id]) => there.has(id))),
    margin: kept.margin,
    print: kept.print ?? anyTags,
    pending: kept.pending,
    tagLooks: new Map(kept.tagLooks),
    terms: kept.terms,
    answerChoice: kept.answerChoice,
    documentList: kept.documentList ?? wholeList,
    table: kept.table ?? usualTable,
    claimsView: kept.claimsView ?? usualClaims,
    workListsView: kept.workListsView ?? usualWorkLists,
    doctorView: kept.doctorView ?? usualDoctor,
    confrontation: kept.confrontation ?? usualConfrontation,
    middle: kept.middle ?? 'texts',
  })
}

/** Keeps the workspace at once whenever something of it changes, and when the window closes. */
export function followWorkspace(): void {
  window.addEventListener('pagehide', keep)
  workbench.subscribe((state, before) => {
    if (state.project?.uid !== before.project?.uid || !state.project) return
    const same =
      state.panes === before.panes &&
      state.activeSide === before.activeSide &&
      state.shown === before.shown &&
      state.margin === before.margin &&
      state.print === before.print &&
      state.ownReading === before.ownReading &&
      state.tagLooks === before.tagLooks &&
      state.pending === before.pending &&
      state.terms === before.terms &&
      state.answerChoice === before.answerChoice &&
      state.documentList === before.documentList &&
      state.table === before.table &&
      state.claimsView === before.claimsView &&
      state.workListsView === before.workListsView &&
      state.doctorView === before.doctorView &&
      state.confrontation === before.confrontation &&
      state.middle === before.middle
    if (!same) keep()
  })
}

// Scrolling tells of many places, and none of them is worth a write of its own.
function scheduleKeeping(): void {
  clearTimeout(timer)
  timer = setTimeout(keep, quietMs)
}

function keep(): void {
  clearTimeout(timer)
  const state = workbench.getState()
  const {
    project,
    panes,
    activeSide,
    shown,
    focusMode,
    margin,
    print,
    pending,
    documentList,
    table,
    claimsView,
    workListsView,
    doctorView,
    confrontation,
    middle,
    tagLooks,
    ownReading,
    terms,
    answerChoice,
  } = state
  if (!project) return
  const workspace = {
    panes,
    activeSide,
    shown: focusMode ?? shown,
    margin,
    pending,
    documentList,
    table,
    claimsView,
    workListsView,
    doctorView,
    confrontation,
    middle,
    terms,
    answerChoice,
    tagLooks: [...tagLooks],
    ownReading: [...ownReading],
    print,
    places: [...places].slice(-mostPlaces),
  }
  request('app.keepWorkspace', { projectUid: project.uid, workspace: JSON.stringify(workspace) }).catch(
    showFailure,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
