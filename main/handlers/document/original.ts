import type { DocumentDetails, OriginalFile } from '../../../preload/contract/document.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import { decode } from '../../import/decode.ts'
import { endingOf, formatOfMediaType } from '../../import/formats.ts'
import { declaredEncoding } from '../../import/html-encoding.ts'

/** So many bytes of a text are shown; who wants more opens it. */
const shownBytes = 200_000

/** What there is to show of the file that a document was made from. */
export function describeOriginal(
  source: DocumentDetails['source'],
  bytes: Uint8Array | undefined,
): OriginalFile {
  const { name, mediaType } = source
  const format = formatOfMediaType(mediaType)
  const own = endingOf(name)
  // What a file is was found out from its content; its name may say anything.
  const ending = format?.endings.includes(own) ? own : (format?.endings[0] ?? '')
  const described = { name, ending, kind: format?.title ?? '', size: bytes?.length ?? null }
  if (!bytes || !mediaType.startsWith('text/')) return { ...described, text: null, isWhole: true }
  return { ...described, ...beginningOf(bytes, mediaType) }
}

function beginningOf(bytes: Uint8Array, mediaType: string): { text: string | null; isWhole: boolean } {
  const isWhole = bytes.length <= shownBytes
  const head = isWhole ? bytes : wholeLines(bytes.subarray(0, shownBytes))
  const declared = mediaType === 'text/html' ? declaredEncoding(head) : null
  try {
    return { text: decode(head, { chosen: null, declared }).text, isWhole }
  } catch (error) {
    if (error instanceof Failure) return { text: null, isWhole: true }
    throw error
  }
}

/** Up to the last line end, so that no letter is cut; pairs of bytes stay pairs. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a)
  const length = end < 0 ? bytes.length : end + 1
  return bytes.subarray(0, bytes.includes(0) ? length - (length % 2) : length)
}
