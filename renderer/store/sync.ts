import type { Changed, Event, Progress } from '../../preload/contract/events.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { projectChanged, request } from '../client.ts'
import { refreshAnswers } from './argument/answers.ts'
import { refreshClaims } from './argument/claims.ts'
import { refreshConfrontation } from './argument/confrontation.ts'
import { loadSavedLists } from './argument/work-lists.ts'
import { refreshTags } from './codebook.ts'
import { refreshCopies } from './copies/copies.ts'
import { countOf } from './counting.ts'
import {
  forgetAskedInAdvance,
  isSpoken,
  loadAnnotations,
  loadLinks,
  shownTags,
  tellRedrawn,
} from './documents/document-feed.ts'
import { refreshDocuments } from './documents/documents.ts'
import { notify, say, showFailure, showUnlessGone } from './notices.ts'
import { painted, textFirst } from './painted.ts'
import { loadWorkbench } from './project.ts'
import { focusAnnotation, focusedOn, refreshFocused } from './reading/focus.ts'
import { tellFeeds } from './reading/margin-feed.ts'
import { loadOutdated, patchOutdated } from './reading/outdated.ts'
import { looksSame } from './reading/same-tags.ts'
import { loadSaved } from './searching/searching.ts'
import { allViews } from './views.ts'
import { workbench } from './workbench.ts'

/** Brings the mirror up to date with what main tells. Commands are the caller’s. */
export function hear(event: Event, runCommand: (id: string) => void): void {
  switch (event.type) {
    case 'changed':
      applyChange(event.changed).catch(showFailure)
      return
    case 'lost':
      // Whoever asked for the change hears why.
      forgetAskedInAdvance()
      loadWorkbench().catch(showFailure)
      return
    case 'progress':
      showProgress(event.progress)
      return
    // The window has shown it by a preview.
    case 'exporting':
      return
    case 'waiting':
      workbench.setState({ waiting: event.changes })
      return
    case 'command':
      runCommand(event.command)
      return
    case 'opened':
      projectChanged()
      forgetAskedInAdvance()
      workbench.setState({ waiting: 0 })
      loadWorkbench().then(sayOpened).catch(showFailure)
      return
    case 'recovered':
      notify('done', event.message)
      workbench.setState({ waiting: 0 })
      loadWorkbench().catch(showFailure)
      return
    case 'assisted':
      workbench.setState({ assisted: event.assisted })
      return
    case 'refused':
      notify('failure', event.message)
  }
}

function sayOpened(): void {
  const { project, documents } = workbench.getState()
  if (project) say(`${project.name} opened, ${countOf(documents.length, 'document')}`)
}

/** Of tasks that this window has begun and that have not ended. */
function showProgress(progress: Progress): void {
  const { tasks } = workbench.getState()
  if (progress.task in tasks) workbench.setState({ tasks: { ...tasks, [progress.task]: progress } })
}

async function applyChange(changed: Changed): Promise<void> {
  forgetAskedInAdvance()
  textFirst()
  workbench.setState({ history: changed.history })
  dropLostEnd(changed)
  dropLostFocus(changed)
  updateViews(changed)
  await Promise.all([refreshLists(changed), refreshWhatIsCounted(changed)])
}

/** What takes the project’s process longer, or draws much, is asked for when the text is painted. */
async function refreshWhatIsCounted(changed: Changed): Promise<void> {
  await painted()
  tellFeeds(changed)
  refreshAnswers()
  refreshCopies(changed)
  await Promise.all([
    refreshClaims(changed),
    refreshConfrontation(),
    refreshDocuments(changed),
    refreshInspector(changed),
  ])
}

/** A pending link whose first end has gone cannot be finished. */
function dropLostEnd({ annotations, links, claims }: Changed): void {
  const end = workbench.getState().pending?.end
  if (!end) return
  const lost =
    ('annotation' in end && annotations?.removed.some((one) => one.id === end.annotation)) ||
    ('link' in end && links.removed.includes(end.link)) ||
    ('claim' in end && claims.removed.includes(end.claim))
  if (lost) workbench.setState({ pending: null })
}

/** At once, so that the next key does not meet an annotation that has gone; nor one that the inspector is still to show. */
function dropLostFocus({ annotations }: Changed): void {
  for (const side of ['left', 'right'] as const) {
    const isLost = annotations?.removed.some(({ id }) => id === focusedOn(side)) ?? false
    if (isLost) focusAnnotation(null, side).catch(showFailure)
  }
}

function updateViews(changed: Changed): void {
  const { annotations, claims, links, lists } = changed
  if (annotations === null) loadOutdated().catch(showFailure)
  else patchOutdated(annotations)
  for (const { documentId, view } of allViews()) {
    if (annotations === null) {
      loadAnnotations(documentId, view).catch(showUnlessGone)
      continue
    }
    const upserted = annotations.upserted.filter((annotation) => annotation.documentId === documentId)
    const removed = annotations.removed.filter((one) => one.documentId === documentId).map((one) => one.id)
    if (upserted.length === 0 && removed.length === 0) continue
    view.patchAnnotations({ upserted, removed })
    tellRedrawn()
  }
  const claimsDiffer = claims.upserted.length > 0 || claims.removed.length > 0
  const linksDiffer = links.upserted.length > 0 || links.removed.length > 0 || lists.includes('link-type')
  if (linksDiffer || claimsDiffer || annotations === null) {
    for (const { documentId, view } of allViews()) loadLinks(documentId, view).catch(showUnlessGone)
  }
}

async function refreshLists({ lists, links, annotations }: Changed): Promise<void> {
  const uses = annotations === null || annotations.upserted.length > 0 || annotations.removed.length > 0
  const linked = links.upserted.length > 0 || links.removed.length > 0
  await Promise.all([
    (lists.includes('tag') || (uses && codebookOpen())) && refreshTags(),
    (lists.includes('link-type') || (linked && codebookOpen())) &&
      request('linkType.list', undefined).then((linkTypes) => workbench.setState({ linkTypes })),
    lists.includes('speaker') &&
      request('speaker.list', undefined).then((speakers) => workbench.setState({ speakers })),
    lists.includes('annotator') &&
      request('annotator.list', undefined).then((annotators) => workbench.setState({ annotators })),
    lists.includes('saved-search') && loadSaved(),
    lists.includes('saved-list') && loadSavedLists(),
    lists.includes('project') &&
      request('project.info', undefined).then((project) => workbench.setState({ project })),
  ])
}

/** Counts of uses are shown in the codebook alone. */
function codebookOpen(): boolean {
  return workbench.getState().dialog?.kind === 'codebook'
}

async function refreshInspector({ annotations, links, claims, lists, documents }: Changed): Promise<void> {
  const { focused } = workbench.getState()
  if (!focused) return
  const id = focused.annotation.id
  const touched =
    annotations === null ||
    annotations.upserted.some((annotation) => annotation.id === id) ||
    annotations.removed.some((annotation) => annotation.id === id) ||
    links.upserted.length > 0 ||
    links.removed.length > 0 ||
    claims.upserted.length > 0 ||
    lists.includes('speaker') ||
    (documents ?? []).some((documentId: DocumentId) =>
      focused.links.some((one) => [one, ...(one.onto ?? [])].some((each) => standsIn(each, documentId))),
    )
  if (touched) await refreshFocused()
}

function standsIn(
  one: { other: { kind: string; annotation?: { documentId: DocumentId } } },
  documentId: DocumentId,
): boolean {
  return one.other.annotation?.documentId === documentId
}

/** Redraws tags in every view; the store’s tags, and how much of them is to be seen, are the truth. */
export function followTags(): () => void {
  return workbench.subscribe((state, before) => {
    if (isSpoken(state) !== isSpoken(before))
      for (const { view } of allViews()) view.setSpoken(isSpoken(state))
    if (looksSame(state.tags, before.tags) && state.tagLooks === before.tagLooks) return
    for (const { view } of allViews()) view.setTags(shownTags(state))
  })
}
