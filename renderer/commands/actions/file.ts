import type { fileCommands } from '../../../preload/contract/commands/file.ts'
import { showDialog } from '../../store/screen.ts'
import type { Action } from '../action.ts'
import { chooseAndImport, showLastReport } from '../import-documents.ts'
import { closeProject, newProject, openProject, openSample, saveCopy } from '../open-project.ts'
import { printDocument } from '../print-document.ts'
import { writable } from './conditions.ts'

export const fileActions: Record<keyof typeof fileCommands, Action> = {
  'project.new': { run: newProject },
  'project.open': { run: () => openProject(null) },
  'project.sample': { run: openSample },
  'document.import': { run: () => chooseAndImport(false), enabled: writable },
  'document.import-folder': { run: () => chooseAndImport(true), enabled: writable },
  'document.import-report': { run: showLastReport },
  'project.export': { run: () => showDialog({ kind: 'export' }) },
  'project.save-copy': { run: saveCopy },
  'document.print': { run: () => printDocument('paper') },
  'document.pdf': { run: () => printDocument('pdf') },
  'project.rename': { run: () => showDialog({ kind: 'project' }), enabled: writable },
  'app.preferences': { run: () => showDialog({ kind: 'preferences' }) },
  'project.close': { run: closeProject },
}
