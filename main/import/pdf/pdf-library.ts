import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Failure } from '../../../preload/contract/failure.ts'
import { boundUnpacking, forgetSwollen, refuseSwollen } from './unpacking.ts'

/** Gives a predefined character map of Chinese, Japanese or Korean fonts by its name, as `90ms-RKSJ-H`; null for one there is not. */
export type CharacterMaps = (name: string) => Promise<Uint8Array | null>

export interface OpenedPdf {
  pdf: PDFDocumentProxy
  /** Character maps that were asked for and not there: letters are missing. */
  missingMaps: Set<string>
}

/**
 * A PDF for its text alone: nothing is drawn, no script of it runs, no font and no address is loaded. The bytes are
 * handed over. Fails with `unreadable`.
 */
export async function openPdf(bytes: Uint8Array, characterMaps: CharacterMaps): Promise<OpenedPdf> {
  forgetSwollen()
  const { getDocument } = await pdfLibrary()
  const missingMaps = new Set<string>()
  class Maps {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const name = filename.replace(/\.bcmap$/, '')
      const map = kind === 'cMapUrl' ? await characterMaps(name) : null
      if (map !== null) return map
      if (kind === 'cMapUrl') missingMaps.add(name)
      throw new Error(`There is no ${filename}.`)
    }
  }
  class NoDrawing {
    destroy() {}
  }
  try {
    const task = getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      isEvalSupported: false,
      useWasm: false,
      useWorkerFetch: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      // An address it would never be fetched from: without one, maps are not even asked for.
      cMapUrl: 'maps:/',
      cMapPacked: true,
      BinaryDataFactory: Maps,
      CanvasFactory: NoDrawing,
      FilterFactory: NoDrawing,
    })
    return { pdf: await task.promise, missingMaps }
  } catch (error) {
    refuseSwollen()
    throw refusalOf(error)
  }
}

function refusalOf(error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  if (name === 'PasswordException') {
    return new Failure(
      'unreadable',
      'This PDF is protected with a password: open it in a PDF reader, save or print it as a PDF without one, then import that.',
    )
  }
  if (name === 'InvalidPDFException' || name === 'FormatError') {
    return new Failure(
      'unreadable',
      'This PDF is damaged: open it in a PDF reader and save it again, or get it anew from where it came.',
    )
  }
  return new Failure('unreadable', `This PDF could not be read (${message}).`)
}

type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
let library: Promise<Library> | undefined

/** Loaded with the first PDF: it is large. */
function pdfLibrary(): Promise<Library> {
  library ??= loadLibrary()
  return library
}

async function loadLibrary(): Promise<Library> {
  // It makes one of these while it loads, for drawing; nothing is drawn here.
  const drawing = globalThis as Record<string, unknown>
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) drawing[name] ??= class {}
  // The part that parses, which would otherwise want a thread of its own.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  boundUnpacking()
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}
