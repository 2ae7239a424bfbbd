import type { ExportChoice, ExportReport, Format } from '../../preload/contract/exchange.ts'
import { request } from '../client.ts'
import { workbench } from '../store/workbench.ts'
import { beginTask, endTask } from './tasks.ts'

let count = 0

/** The name of a task of its own, so that it can be followed and stopped. */
export function newExportTask(): string {
  count += 1
  return `export-${count}`
}

/** Asks where the dataset goes; null when the person thought better of it. */
export async function chooseExportTarget(format: Format): Promise<{ path: string; exists: boolean } | null> {
  const name = workbench.getState().project?.name ?? 'dataset'
  const ending = format.makes === 'file' ? (format.endings[0] ?? null) : null
  const suggestedName = ending === null ? `${name} ${format.name}` : `${name}.${ending}`
  return request('app.chooseTarget', {
    title: 'Export dataset',
    suggestedName: suggestedName.replace(/[/\\:]/g, ' '),
    ending,
  })
}

export async function showInFolder(path: string): Promise<void> {
  await request('app.showInFolder', { path })
}

/** Writes the dataset. Fails with `target-exists` unless `replace`. */
export async function exportDataset(
  choice: ExportChoice,
  to: string,
  replace: boolean,
  task: string,
): Promise<ExportReport> {
  beginTask(task, 'Writing the dataset')
  try {
    return await request('exchange.write', { ...choice, task, to, replace })
  } finally {
    endTask(task)
  }
}
