import { z } from 'zod'
import { ConfrontationCopy } from './confrontation.ts'
import { DocumentId } from './ids.ts'
import { Preferences } from './preferences.ts'
import { ProjectInfo } from './project.ts'
import { Paper, ReadingCopyOptions } from './reading-copy.ts'

/** A project opened before; `missing` when the file is not where it was. */
export const RecentProject = z.object({
  path: z.string(),
  name: z.string(),
  opened: z.iso.datetime(),
  missing: z.boolean(),
})
export type RecentProject = z.infer<typeof RecentProject>

/** What goes on paper: a whole document, several or with null all of them, or claims and their answers. */
const Printed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), documentId: DocumentId, options: ReadingCopyOptions }),
  z.strictObject({
    kind: z.literal('documents'),
    documentIds: z.array(DocumentId).nullable(),
    options: ReadingCopyOptions,
  }),
  z.strictObject({ kind: z.literal('confrontation'), copy: ConfrontationCopy }),
])

/** Bytes of a file that the window hands over. */
const mostWritten = 200_000_000

const printing = {
  task: z.string().min(1),
  what: Printed,
  paper: Paper,
}

/**
 * Window and app: answered by Electron’s main process itself. Paths only ever come from a dialog, from files
 * dropped on the window or from the command line; any other path in a request is refused with `not-chosen`.
 */
export const app = {
  state: {
    input: z.void(),
    output: z.object({
      version: z.string(),
      platform: z.enum(['linux', 'darwin', 'win32']),
      project: ProjectInfo.nullable(),
      recent: z.array(RecentProject),
      preferences: Preferences,
      /** Whether a screen reader, or what else reads the window for a person, is known to run. */
      assisted: z.boolean(),
    }),
  },

  /** Asks where to; null when the person thought better of it. */
  newProject: { input: z.void(), output: ProjectInfo.nullable() },
  /** Without a path it asks for one. Takes the place of the open project once it has opened. */
  openProject: { input: z.object({ path: z.string().nullable() }), output: ProjectInfo.nullable() },
  /** Opens the person’s own copy of the sample project, made at the first time. */
  openSample: { input: z.void(), output: ProjectInfo },
  closeProject: { input: z.void(), output: z.void() },
  forgetRecent: { input: z.object({ path: z.string() }), output: z.array(RecentProject) },

  /** Files or folders to import; null when the person thought better of it. */
  chooseImport: { input: z.object({ folders: z.boolean() }), output: z.array(z.string()).nullable() },
  /** Where an export or a copy goes; null when the person thought better of it. */
  chooseTarget: {
    input: z.object({ title: z.string(), suggestedName: z.string(), ending: z.string().nullable() }),
    output: z.object({ path: z.string(), exists: z.boolean() }).nullable(),
  },
  /** Shows the system’s print dialog; false when the person thought better of it. */
  print: { input: z.object(printing), output: z.boolean() },
  /** Fails with `target-exists` unless `replace`. Sends `progress` events with the same `task`, and can be cancelled. */
  writePdf: {
    input: z.object({ ...printing, to: z.string().min(1), replace: z.boolean().default(false) }),
    output: z.void(),
  },
  /**
   * Writes what the window has made, a picture or a table, beside the target first and renames at the end. Fails with
   * `target-exists` unless `replace`.
   */
  writeFile: {
    input: z.object({
      to: z.string().min(1),
      bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= mostWritten, 'the file is too large'),
      replace: z.boolean().default(false),
    }),
    output: z.void(),
  },
  showInFolder: { input: z.object({ path: z.string() }), output: z.void() },
  /** Opens a copy of the file a document was made from in the program that the system has for it. */
  openOriginal: { input: z.object({ documentId: DocumentId }), output: z.void() },
  /** Puts words on the clipboard; for what has to be asked for first. Pages have no permission to write there. */
  copyText: { input: z.object({ text: z.string().min(1) }), output: z.void() },
  /** Shows the host and asks before the browser opens it; http, https and mailto only. */
  openExternal: { input: z.object({ url: z.string() }), output: z.void() },

  preferences: { input: Preferences.partial(), output: Preferences },

  /** Where this person was in this project: whatever the window wants to find again, as JSON of at most 256 KB. */
  workspace: { input: z.void(), output: z.string().nullable() },
  keepWorkspace: {
    input: z.object({ projectUid: z.string().min(1), workspace: z.string().max(262_144) }),
    output: z.void(),
  },

  /** Which commands can be used now, and which are switched on, so that the menu says the same as the window. */
  menu: {
    input: z.object({ enabled: z.array(z.string()), checked: z.array(z.string()) }),
    output: z.void(),
  },

  /** Stops an import, export or print; harmless when it has ended. */
  cancel: { input: z.object({ task: z.string() }), output: z.void() },
} as const
