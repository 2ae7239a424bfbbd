import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Annotation } from '../../preload/contract/annotation.ts'
import type { Annotator } from '../../preload/contract/annotator.ts'
import type { Answerable, CandidateAnswer } from '../../preload/contract/answer.ts'
import type { RecentProject } from '../../preload/contract/app.ts'
import type { ClaimSummary } from '../../preload/contract/claim.ts'
import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { Progress } from '../../preload/contract/events.ts'
import { emptyQuery, type Query } from '../../preload/contract/finding/query.ts'
import type { HistoryState } from '../../preload/contract/history.ts'
import type { AnnotationId, DocumentId, LinkTypeId, TagId } from '../../preload/contract/ids.ts'
import type { LinkEnd, LinkFromHere } from '../../preload/contract/link.ts'
import type { LinkType } from '../../preload/contract/link-type.ts'
import { type OwnReading, type Preferences, usualPreferences } from '../../preload/contract/preferences.ts'
import type { ProjectInfo } from '../../preload/contract/project.ts'
import type { Paper, ReadingCopyOptions } from '../../preload/contract/reading-copy.ts'
import type { Speaker } from '../../preload/contract/speaker.ts'
import type { Tag } from '../../preload/contract/tag.ts'
import type { Span } from '../../preload/contract/text.ts'
import type { Stretches, TagLook } from '../document/index.ts'
import type { LastImport } from './annotation-sets/planned-sets.ts'
import { type ArgumentMapView, usualMap } from './argument/argument-map-view.ts'
import { type ClaimsView, usualClaims } from './argument/claims-view.ts'
import {
  type ConfrontationView,
  type Confronted,
  noConfrontation,
  usualConfrontation,
} from './argument/confrontation-view.ts'
import { type DoctorView, type Examined, notExamined, usualDoctor } from './argument/doctor-view.ts'
import { type OverviewView, usualOverview } from './argument/overview-view.ts'
import { type SpeakersView, usualSpeakers } from './argument/speakers-view.ts'
import { type TimeView, usualTime } from './argument/time-view.ts'
import {
  noListing,
  usualWorkLists,
  type WorkListing,
  type WorkListsView,
} from './argument/work-lists-view.ts'
import { type CopiesView, usualCopies } from './copies/copies-view.ts'
import type { Copies } from './copies/copy-groups.ts'
import type { ImportDesk } from './documents/desk-rows.ts'
import { type DocumentListView, wholeList } from './documents/list-view.ts'
import { type TableView, usualTable } from './documents/table-view.ts'
import type { OpenDialog } from './open-dialog.ts'
import { afterText } from './painted.ts'
import { noSearch, type Searching } from './searching/search-state.ts'

/** One of the two places where a document is read. */
export type PaneSide = 'left' | 'right'

/** What a pane shows. */
export interface Pane {
  documentId: DocumentId
}

/** Where the selection or the caret stands: `span` is null while nothing is selected. Offsets in UTF-16 code units. */
export interface Selected {
  side: PaneSide
  documentId: DocumentId
  span: Span | null
  caret: number
}

/** The annotation that the inspector shows, with its links. `chosenLink` is the row that Enter follows. */
export interface Focused {
  side: PaneSide
  annotation: Annotation
  links: LinkFromHere[]
  chosenLink: number
}

/** Whether there are cards beside the text, and what they show. */
export interface MarginShown {
  on: boolean
  notes: boolean
  links: boolean
}

/** A link whose second end is still to be chosen. `words` describe the first end. */
export interface PendingLink {
  end: LinkEnd
  words: string
  where: string
}

/** Both ends are chosen; the type is asked for. */
export interface LinkToType {
  from: PendingLink
  to: PendingLink
}

/** A search in the text of a pane. */
export interface Finding {
  side: PaneSide
  documentId: DocumentId
  query: Query
  /** Null until they are counted for the first time. */
  passages: Stretches | null
  /** There are more than are listed. */
  more: boolean
  /** Index of the passage that stands out. */
  current: number | null
  /** Why nothing could be looked for; '' otherwise. */
  problem: string
  /** Grows whenever the keyboard is to go to its field. */
  asked: number
}

/** A place in another document that can be gone to: of what is sought the next one, or what was undone there. */
export interface Offer {
  /** What is read when it is offered; null where nothing is. */
  from: DocumentId | null
  documentId: DocumentId
  /** The annotation, else the stretch where one was, in UTF-16 code units; null where it is the document as it was left. */
  at: AnnotationId | Span | null
  /** What is there, up to the title of the document: “The next unanswered claim is in”. */
  words: string
}

/** Answers to a claim are being looked through. */
export interface Answering {
  to: Answerable
  /** The view that they were asked for from, to go back to. */
  from: Middle
  /** Where the claim stands; null for one that no passage states. */
  documentId: DocumentId | null
  /** Its words. */
  words: string
  /** Null until they have come. */
  candidates: CandidateAnswer[] | null
  /** How many sentences were compared. */
  sentences: number
  /** Index of the candidate that keys act on. */
  current: number
  /** Grows whenever the keyboard is to go to the list. */
  asked: number
}

/** What an accepted answer is tagged and linked with; null where nothing was chosen yet. */
export interface AnswerChoice {
  tagId: TagId | null
  linkTypeId: LinkTypeId | null
}

/** A sentence that stands on the screen until dismissed, or a quiet one that goes by itself. */
export interface Notice {
  id: number
  tone: 'failure' | 'done'
  words: string
  /** It tells of a change that undo takes back, and goes with it. */
  isOfChange?: true
}

/** How much of each tag is seen in the texts; those that are not here are seen in full. */
export type TagLooks = ReadonlyMap<TagId, Exclude<TagLook, 'full'>>

export const middles = [
  'texts',
  'overview',
  'map',
  'work-lists',
  'table',
  'claims',
  'confrontation',
  'time',
  'speakers',
  'doctor',
  'search',
  'copies',
] as const
/** What can stand in the middle of the window. */
export type Middle = (typeof middles)[number]

/** The window’s mirror of the project, and what the person is doing with it. */
export interface Workbench {
  ready: boolean
  version: string
  platform: 'linux' | 'darwin' | 'win32'
  preferences: Preferences
  /** Whether a screen reader is known to run. */
  assisted: boolean
  recent: RecentProject[]

  project: ProjectInfo | null
  history: HistoryState
  /** In project order. What is counted in them comes a moment after the project: it is below 0 till then. */
  documents: DocumentSummary[]
  tags: Tag[]
  linkTypes: LinkType[]
  speakers: Speaker[]
  annotators: Annotator[]
  /** In the order they were made. They come a moment after the project. */
  claims: ClaimSummary[]

  documentList: DocumentListView
  table: TableView
  claimsView: ClaimsView
  confrontation: ConfrontationView
  confronted: Confronted
  overview: OverviewView
  argumentMap: ArgumentMapView
  speakersView: SpeakersView
  timeView: TimeView
  /** Documents chosen in the list or the table, in the order they are shown; often none. */
  chosenDocuments: DocumentId[]
  /** Documents that are being dragged. */
  dragged: DocumentId[]
  /** What stands in the middle of the window. */
  middle: Middle
  searching: Searching
  workListsView: WorkListsView
  workListing: WorkListing
  doctorView: DoctorView
  examined: Examined

  panes: { left: Pane | null; right: Pane | null }
  activeSide: PaneSide
  shown: { documents: boolean; inspector: boolean; outline: boolean }
  /** The panels that were shown before only the text was; null while more than the text is shown. */
  focusMode: { documents: boolean; inspector: boolean; outline: boolean } | null
  /** Whether there is no room for a panel beside the text; then one at a time lies over it. */
  narrow: boolean
  drawer: 'documents' | 'inspector' | 'outline' | null
  /** How single documents are set otherwise than the preferences say. */
  ownReading: ReadonlyMap<DocumentId, OwnReading>
  /** The pane whose reading settings are open. */
  readingSettings: PaneSide | null
  tagLooks: TagLooks
  /** The side whose list of tags is open over it. */
  tagsOver: PaneSide | null
  margin: MarginShown
  /** What was chosen for paper last. */
  print: ReadingCopyOptions & { paper: Paper }
  /** The annotation to whose card in the margin the keyboard is to go. */
  cardWanted: { side: PaneSide; id: AnnotationId } | null
  selected: Selected | null
  /** The tag that was given last. */
  lastTag: TagId | null
  focused: Focused | null
  /** Annotations taken together in the list; some of them may have gone. */
  chosen: ReadonlySet<AnnotationId>
  /** The list of annotations is to get the keyboard as soon as it is shown, at that one. */
  listWanted: { at: AnnotationId | null } | null
  /** The annotation to whose form the keyboard is to go, as soon as it is shown. */
  formWanted: AnnotationId | null
  pending: PendingLink | null
  linkToType: LinkToType | null
  /** The annotation whose ends are being moved by key. */
  adjusting: boolean
  finding: Finding | null
  offer: Offer | null
  answering: Answering | null
  answerChoice: AnswerChoice
  /** A place in a text is being asked for; `asked` grows each time. */
  placing: { side: PaneSide; asked: number } | null
  lastQuery: Query
  /** What was looked for last, latest first. */
  terms: string[]
  /** Of the documents in sight the annotations made under an older definition of their tag. */
  outdated: ReadonlySet<AnnotationId>
  /** Passages that stand in several documents; null until they were looked for. */
  copies: Copies | null
  copiesSought: 'not-yet' | 'looking' | 'found' | 'given-up'
  copiesView: CopiesView
  /** How passages begin, by row of the columns; of those that were in sight. */
  copyBeginnings: ReadonlyMap<number, string>
  /** Grows whenever the annotations that a view shows have changed. */
  redrawn: number

  /** Files laid out before they come in. */
  importDesk: ImportDesk | null
  /** What became of the files that were imported last, since the project was opened. */
  lastImport: LastImport | null
  dialog: OpenDialog | null
  /** Long work by task name. */
  tasks: Record<string, Progress>
  notices: Notice[]
  /** How many changes wait for the end of an import. */
  waiting: number
  /** What a screen reader is told, and where `isShown` the status line shows for a moment. */
  said: { words: string; count: number; isShown: boolean }
  canGoBack: boolean
  canGoForward: boolean
}

/** What belongs to one project and is forgotten with it. */
export const nothingOpen = {
  project: null,
  history: { undo: null, redo: null },
  documents: [],
  tags: [],
  linkTypes: [],
  speakers: [],
  annotators: [],
  claims: [],
  documentList: wholeList,
  table: usualTable,
  claimsView: usualClaims,
  confrontation: usualConfrontation,
  confronted: noConfrontation,
  overview: usualOverview,
  argumentMap: usualMap,
  speakersView: usualSpeakers,
  timeView: usualTime,
  chosenDocuments: [],
  dragged: [],
  middle: 'texts',
  searching: noSearch,
  workListsView: usualWorkLists,
  workListing: noListing,
  doctorView: usualDoctor,
  examined: notExamined,
  panes: { left: null, right: null },
  activeSide: 'left',
  focusMode: null,
  drawer: null,
  ownReading: new Map(),
  readingSettings: null,
  tagLooks: new Map(),
  tagsOver: null,
  selected: null,
  lastTag: null,
  focused: null,
  chosen: new Set(),
  listWanted: null,
  formWanted: null,
  pending: null,
  linkToType: null,
  adjusting: false,
  finding: null,
  offer: null,
  answering: null,
  answerChoice: { tagId: null, linkTypeId: null },
  placing: null,
  lastQuery: emptyQuery,
  terms: [],
  outdated: new Set(),
  copies: null,
  copiesSought: 'not-yet',
  copiesView: usualCopies,
  copyBeginnings: new Map(),
  importDesk: null,
  lastImport: null,
  dialog: null,
  tasks: {},
  canGoBack: false,
  canGoForward: false,
} satisfies Partial<Workbench>

const start: Workbench = {
  ...nothingOpen,
  ready: false,
  version: '',
  platform: 'linux',
  preferences: usualPreferences,
  assisted: false,
  recent: [],
  shown: { documents: true, inspector: true, outline: false },
  narrow: false,
  margin: { on: true, notes: true, links: true },
  print: {
    annotations: true,
    details: true,
    notes: true,
    links: true,
    legend: true,
    placement: 'beside',
    tagIds: null,
    paper: 'A4',
  },
  cardWanted: null,
  redrawn: 0,
  notices: [],
  waiting: 0,
  said: { words: '', count: 0, isShown: true },
}

/** Data only: the functions that change it stand beside it in this folder. */
export const workbench = createStore<Workbench>(() => start)

/** Reads the workbench in a component. The selector returns something that is in the store, not a new object. */
export function useWorkbench<T>(select: (state: Workbench) => T): T {
  return useStore(panels, select)
}

/** The store as components follow it: a text that has to be painted comes before them. */
const panels: typeof workbench = {
  ...workbench,
  subscribe(listener) {
    const { follow, end } = afterText(() => listener(workbench.getState(), workbench.getState()))
    const stop = workbench.subscribe(follow)
    return () => {
      stop()
      end()
    }
  },
}
