import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationFormat, ReadingOptions, SourceFiles } from '../formats/annotation-format.ts'
import { annotationFormats } from '../formats/index.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { restored } from '../sidecar/restore.ts'
import { type PartedSource, withSidecarBeside, withSidecarInside } from '../source/with-sidecar.ts'
import { unpacked } from '../source/zip-files.ts'

/** What a person chose, and what we once wrote beside it. */
export interface ChosenSource {
  source: SourceFiles
  beside: { links: SourceFiles; loss: SourceFiles } | null
}

/** The format of another program that these files are in, by content; undefined for none. */
export async function formatOf(chosen: ChosenSource): Promise<string | undefined> {
  return (await recognised(chosen, null))?.format.name
}

/** Everything they hold, with what a sidecar knows beyond that. Fails with `unreadable`, in a sentence. */
export async function readChosen(
  chosen: ChosenSource,
  format: string | null,
  options: ReadingOptions,
): Promise<Arriving> {
  const found = await recognised(chosen, format)
  if (!found) {
    const what = format === null ? 'of a format that can be imported' : `in the format “${format}”`
    throw new Failure('unreadable', `“${chosen.source.name}” holds no annotations ${what}.`)
  }
  const sidecar = await found.parted.sidecar()
  const incoming = await found.format.reader!.read(found.parted.files, options)
  return restored(found.format.name, incoming, sidecar)
}

async function recognised(
  chosen: ChosenSource,
  name: string | null,
): Promise<{ format: AnnotationFormat; parted: PartedSource } | undefined> {
  const candidates = annotationFormats.filter(
    (format) => format.reader && (name === null || format.name === name),
  )
  const files = await unpacked(chosen.source)
  const parted = chosen.beside ? withSidecarBeside(files, chosen.beside) : withSidecarInside(files)
  for (const format of candidates) {
    if (await format.reader!.recognises(parted.files)) return { format, parted }
  }
  return undefined
}
