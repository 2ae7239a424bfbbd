import { Failure } from '../../preload/contract/failure.ts'
import type { FileChoices } from '../../preload/contract/file-reading.ts'
import { request } from '../client.ts'
import { takeFiles } from '../store/documents/import-desk.ts'
import { workbench } from '../store/workbench.ts'

/** Looks at files until all were looked at or the desk is put away. */
export async function lookOn(desk: string): Promise<void> {
  for (let left = 1; left > 0 && isOpen(desk); ) {
    try {
      const looked = await request('importDesk.look', { desk })
      left = looked.left
      if (isOpen(desk)) takeFiles(looked.files, left)
    } catch (error) {
      if (isOpen(desk) && !wasStopped(error)) throw error
      return
    }
  }
}

const isOpen = (desk: string) => workbench.getState().importDesk?.desk === desk
const wasStopped = (error: unknown) =>
  error instanceof Failure && (error.code === 'cancelled' || error.code === 'not-found')

/** Reads files anew, each with this changed in how it is read. */
export async function chooseReading(ids: readonly number[], change: Partial<FileChoices>): Promise<void> {
  const { importDesk } = workbench.getState()
  if (!importDesk) return
  const { desk, rows } = importDesk
  for (const id of ids) {
    const choices = { ...rows[id]!.file.choices, ...change }
    const file = await request('importDesk.choose', { desk, id, choices })
    if (!isOpen(desk)) return
    takeFiles([file])
  }
}
