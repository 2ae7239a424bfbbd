import { request } from '../client.ts'
import { workbench } from '../store/workbench.ts'

let count = 0

export const newReadingTask = (): string => {
  count += 1
  return `read-annotations-${count}`
}

/**
 * Offers what was chosen to the formats of other programs first. Each that holds annotations is shown before it comes
 * in, until the person leaves out all that follow; gives the rest, which may be texts, when that is done.
 */
export async function importAnnotationsAmong(paths: readonly string[]): Promise<string[]> {
  const found = await request('annotationImport.recognise', { paths: [...paths] })
  const taken = new Set(found.map(({ path }) => path))
  const rest = paths.filter((path) => !taken.has(path))
  for (const [index, { path, format }] of found.entries()) {
    const among = { at: index + 1, of: found.length, others: rest.length }
    const goesOn = await new Promise<boolean>((onDone) => {
      workbench.setState({
        dialog: { kind: 'import-annotations', path, format, beside: rest, among, onDone },
      })
    })
    if (!goesOn) break
  }
  return rest
}
