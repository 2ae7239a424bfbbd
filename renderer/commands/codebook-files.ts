import type { CodebookFormat } from '../../preload/contract/codebook.ts'
import type { InputOf, OutputOf } from '../../preload/contract/index.ts'
import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { say } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'

/** A codebook from a file beside the one there is. */
export interface ReadCodebook extends OutputOf<'codebook.read'> {
  path: string
}

/** Null when the person thought better of it. */
export async function chooseCodebookFile(): Promise<string | null> {
  const paths = await request('app.chooseImport', { folders: false })
  return paths?.[0] ?? null
}

export async function readCodebook(path: string): Promise<ReadCodebook> {
  return { path, ...(await request('codebook.read', { path })) }
}

export async function enterCodebook(entering: InputOf<'codebook.enter'>): Promise<void> {
  const { added, changed } = await request('codebook.enter', entering)
  say(`Codebook imported: ${countOf(added, 'entry').replace('entrys', 'entries')} added, ${changed} changed`)
}

export async function chooseCodebookTarget({
  ending,
}: CodebookFormat): Promise<{ path: string; exists: boolean } | null> {
  const name = workbench.getState().project?.name ?? 'Project'
  return request('app.chooseTarget', {
    title: 'Export the codebook',
    suggestedName: `${name} codebook.${ending}`.replace(/[/\\:]/g, ' '),
    ending,
  })
}

/** Tells where it is, and what stands in it otherwise than here. */
export async function writeCodebook(
  { name }: CodebookFormat,
  to: string,
  replace: boolean,
): Promise<OutputOf<'codebook.write'>> {
  const written = await request('codebook.write', { format: name, to, replace })
  say('Codebook exported')
  return written
}
