import { existsSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron'

const projects: FileFilter[] = [{ name: 'Rejoinder projects', extensions: ['rejoinder'] }]

/** The questions a person is asked in windows of the system. Each answers null when they thought better of it. */
export function dialogsOf(window: BrowserWindow) {
  async function chooseTarget(
    title: string,
    suggested: string,
    ending: string | null,
  ): Promise<string | null> {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(app.getPath('documents'), suggested),
      ...(ending !== null && { filters: [{ name: `${ending} files`, extensions: [ending] }] }),
      properties: ['createDirectory'],
    })
    if (canceled || !filePath) return null
    return ending === null || extname(filePath) === `.${ending}` ? filePath : `${filePath}.${ending}`
  }

  return {
    async projectToOpen(): Promise<string | null> {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open project',
        filters: projects,
        properties: ['openFile'],
      })
      return filePaths[0] ?? null
    },

    projectToMake: () => chooseTarget('New project', 'Untitled.rejoinder', 'rejoinder'),

    async documentsToImport(folders: boolean): Promise<string[] | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: folders ? 'Import a folder' : 'Import documents',
        properties: [folders ? 'openDirectory' : 'openFile', 'multiSelections'],
      })
      return canceled || filePaths.length === 0 ? null : filePaths
    },

    /** `exists`: something is there. The page asks before it replaces it. */
    async target(
      title: string,
      suggested: string,
      ending: string | null,
    ): Promise<{ path: string; exists: boolean } | null> {
      const path = await chooseTarget(title, suggested, ending)
      return path === null ? null : { path, exists: existsSync(path) }
    },

    async mayOpenOutside({ protocol, host, href }: URL): Promise<boolean> {
      const mail = protocol === 'mailto:'
      const { response } = await dialog.showMessageBox(window, {
        type: 'question',
        message: mail ? 'Write a mail?' : `Open ${host} in the browser?`,
        detail: href.length > 300 ? `${href.slice(0, 300)}…` : href,
        buttons: [mail ? 'Write' : 'Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      })
      return response === 0
    },
  }
}

export type Dialogs = ReturnType<typeof dialogsOf>

/** What a project in this file is called at first. */
export function nameOfNewProject(path: string): string {
  return basename(path, '.rejoinder').trim().slice(0, 500) || 'Untitled'
}
