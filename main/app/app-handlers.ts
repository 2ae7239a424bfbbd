import { writeFile } from 'node:fs/promises'
import { Failure } from '../../preload/contract/failure.ts'
import type { AppHandlers } from '../../preload/contract/index.ts'
import { place } from '../exchange/target.ts'
import type { ApplicationMenu } from './application-menu.ts'
import type { ChosenPaths } from './chosen-paths.ts'
import type { CurrentProject } from './current-project.ts'
import type { Dialogs } from './dialogs.ts'
import type { OriginalDesk } from './original-desk.ts'
import type { preferencesIn } from './preferences.ts'
import type { PrintDesk } from './print-desk.ts'
import type { ProjectDesk } from './projects.ts'
import type { Recent } from './recent.ts'
import type { workspacesIn } from './workspaces.ts'

interface Surroundings {
  version: string
  current: CurrentProject
  desk: ProjectDesk
  recent: Recent
  chosen: ChosenPaths
  dialogs: Dialogs
  menu: ApplicationMenu
  printing: PrintDesk
  originals: OriginalDesk
  preferences: ReturnType<typeof preferencesIn>
  workspaces: ReturnType<typeof workspacesIn>
  /** Resolves when the project asked for at the start is open or refused. */
  started: Promise<void>
  /** The page asks what there is to show: from now on it hears events. */
  onPageReady: () => void
  applyTheme: () => void
  /** Makes everything in the window larger or smaller. */
  zoom: (factor: number) => void
  isAssisted: () => boolean
  showInFolder: (path: string) => void
  openOutside: (url: string) => Promise<void>
  copyText: (text: string) => void
}

/** What main answers itself, without the project file. */
export function appHandlers(has: Surroundings): AppHandlers {
  const { current, desk, recent, chosen, dialogs, menu, preferences, workspaces } = has

  return {
    async state() {
      await has.started
      has.onPageReady()
      return {
        version: has.version,
        platform: process.platform as 'linux' | 'darwin' | 'win32',
        project: current.info(),
        recent: recent.list(),
        preferences: preferences.get(),
        assisted: has.isAssisted(),
      }
    },

    async newProject() {
      const path = await dialogs.projectToMake()
      return path === null ? null : desk.make(path)
    },

    async openProject({ path }) {
      if (path !== null && !recent.has(path)) chosen.demand('open', [path])
      const asked = path ?? (await dialogs.projectToOpen())
      return asked === null ? null : desk.open(asked)
    },

    openSample: () => desk.openSample(),
    closeProject: () => desk.close(),

    forgetRecent({ path }) {
      recent.forget(path)
      menu.change({ recent: recent.list() })
      return recent.list()
    },

    async chooseImport({ folders }) {
      const paths = await dialogs.documentsToImport(folders)
      chosen.add('read', paths ?? [])
      return paths
    },

    async chooseTarget({ title, suggestedName, ending }) {
      const target = await dialogs.target(title, suggestedName, ending)
      if (target) chosen.add('write', [target.path])
      return target
    },

    print: (asked) => has.printing.print(asked),

    async writePdf(asked) {
      chosen.demand('write', [asked.to])
      await has.printing.writePdf(asked)
    },

    async writeFile({ to, bytes, replace }) {
      chosen.demand('write', [to])
      const write = async (part: string): Promise<string[]> => {
        await writeFile(part, bytes, { flag: 'wx', flush: true })
        return ['']
      }
      await place([{ to, makes: 'file', write }], { replace, signal: new AbortController().signal })
    },

    showInFolder({ path }) {
      const known = recent.has(path) || path === current.info()?.path || chosen.has('write', path)
      if (!known) chosen.demand('show', [path])
      has.showInFolder(path)
    },

    openOriginal: ({ documentId }) => has.originals.open(documentId),
    copyText: ({ text }) => has.copyText(text),

    async openExternal({ url }) {
      const address = outsideAddress(url)
      if (await dialogs.mayOpenOutside(address)) await has.openOutside(address.href)
    },

    preferences(change) {
      const changed = preferences.change(change)
      if (change.theme) has.applyTheme()
      if (change.zoom) has.zoom(change.zoom)
      if (change.keys || change.singleKeys !== undefined) menu.change({ keys: changed })
      if (change.name?.trim()) current.signAs(change.name)
      return changed
    },

    workspace() {
      const project = current.info()
      return project ? workspaces.get(project.uid) : null
    },

    keepWorkspace({ projectUid, workspace }) {
      workspaces.keep(projectUid, workspace)
    },

    menu({ enabled, checked }) {
      menu.change({ enabled: new Set(enabled), checked: new Set(checked) })
    },

    cancel({ task }) {
      current.cancel(task)
      has.printing.cancel(task)
    },
  }
}

/** Pages and mail addresses may be opened outside; a file, a share or a program never. */
function outsideAddress(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address && ['http:', 'https:', 'mailto:'].includes(address.protocol)) return address
  throw new Failure('bad-input', 'Only web and mail addresses can be opened outside Rejoinder.')
}
