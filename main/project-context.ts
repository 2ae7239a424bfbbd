import type { OpenProject } from '../db/open-project.ts'
import type { Repositories } from '../db/repositories/index.ts'
import type { ImportReport } from '../preload/contract/document.ts'
import type { Contents } from '../preload/contract/exchange.ts'
import type { AnnotatorId } from '../preload/contract/ids.ts'
import type { OutputOf, ParsedOf } from '../preload/contract/index.ts'
import type { ImportDesk } from './import/desk/import-desk.ts'
import type { SetPages } from './pages-elsewhere.ts'

/** What handlers, importers and exporters work on. */
export interface ProjectContext {
  project: OpenProject
  /**
   * The annotator whose work this is, made if the project has none yet: call it inside the step that needs one, and
   * nowhere else, so that looking at a project adds nobody to it. `repositories` are those of the step, where it has
   * its own.
   */
  annotator(repositories?: Pick<Repositories, 'annotators'>): AnnotatorId
}

/** Something that takes its time and can be stopped. */
export interface Task {
  signal: AbortSignal
  /** `of` is 0 while unknown. */
  progress(done: number, of: number, doing: string): void
  /** Hears the path of what is now written beside its place, for whoever outlives the one who writes it. */
  beginning?(part: string): void
  /** Hears what an export will hold and lack, before it writes. */
  exporting?(contents: Contents): void
  /** For copies as PDF. */
  setPages?: SetPages
}

/** Records its own steps; chunks that belong together share a `joins` key, so that one undo takes all back. */
export type DocumentImporter = (
  context: ProjectContext,
  request: ParsedOf<'document.import'>,
  task: Task,
) => Promise<ImportReport>

/** Lays files out before they come into the project. */
export type DeskOpener = (context: ProjectContext, paths: readonly string[]) => Promise<ImportDesk>

/** The formats and what they write. */
export interface Exchange {
  formats(): OutputOf<'exchange.formats'> | Promise<OutputOf<'exchange.formats'>>
  preview(
    context: ProjectContext,
    choice: ParsedOf<'exchange.preview'>,
  ): OutputOf<'exchange.preview'> | Promise<OutputOf<'exchange.preview'>>
  write(
    context: ProjectContext,
    request: ParsedOf<'exchange.write'>,
    task: Task,
  ): Promise<OutputOf<'exchange.write'>>
}
