import { request } from '../client.ts'
import { workbench } from '../store/workbench.ts'

let count = 0

export const newReadingTask = (): string => {
  count += 1
  return `read-annotations-${count}`
}

/**
 * Offers what was chosen to the formats of other programs first. Each that holds annotations is shown before it comes
 * in; gives the rest, which may be texts, when the person is done with those.
 */
export async function importAnnotationsAmong(paths: readonly string[]): Promise<string[]> {
  const found = await request('annotationImport.recognise', { paths: [...paths] })
  for (const { path, format } of found) {
    await new Promise<void>((onDone) => {
      workbench.setState({ dialog: { kind: 'import-annotations', path, format, onDone } })
    })
  }
  const taken = new Set(found.map(({ path }) => path))
  return paths.filter((path) => !taken.has(path))
}
