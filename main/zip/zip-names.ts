import { type Entry, getFileNameLowLevel, validateFileName } from 'yauzl'

/**
 * The name of an entry, with `/` between folders. Where the zip does not say how it is written, UTF-8 comes before the
 * code page of old PCs: macOS writes UTF-8 and does not say so.
 */
export function nameOf(entry: Entry): string {
  const raw = (entry as unknown as { fileNameRaw: Buffer }).fileNameRaw
  const saysUtf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  const flags = saysUtf8 || isUtf8(raw) ? entry.generalPurposeBitFlag | 0x800 : entry.generalPurposeBitFlag
  return getFileNameLowLevel(flags, raw, entry.extraFields, false)
}

/** Whether a name would lead out of the zip, or can be no name at all. */
export function isDangerousName(name: string): boolean {
  return name === '' || name.includes('\0') || validateFileName(name) !== null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
