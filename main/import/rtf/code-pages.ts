import iconv from 'iconv-lite'
import { decodeAs } from '../encodings.ts'

/** Windows code pages by the number that a font gives its letters (RTF 1.9, Font Table). */
const pageOfCharset: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
  255: 437,
}

/** The number of fonts whose letters are pictures. */
export const symbolCharset = 2

/** Null where the charset says nothing of a code page. */
export const codePageOf = (charset: number): number | null => pageOfCharset[charset] ?? null

/** Bytes, one character each, as the text they mean in a code page. */
export function decodePage(bytes: string, page: number): string {
  // ASCII is the same in all of them.
  if (!/[^\p{ASCII}]/u.test(bytes)) return bytes
  return decodeAs(encodingOfPage(page), Buffer.from(bytes, 'latin1'))
}

function encodingOfPage(page: number): string {
  if (page === 65_001) return 'utf-8'
  if (page === 10_000) return 'macroman'
  const name = `cp${page}`
  return iconv.encodingExists(name) ? name : 'cp1252'
}
