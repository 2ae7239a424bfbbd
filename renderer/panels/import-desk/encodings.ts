import type { Choice } from '../../ui/choice.ts'

/** What people call the encodings that texts come in; the names are those of the Encoding Standard. */
const titles: readonly (readonly [name: string, title: string])[] = [
  ['utf-8', 'UTF-8'],
  ['utf-16le', 'UTF-16 (little endian)'],
  ['utf-16be', 'UTF-16 (big endian)'],
  ['utf-32le', 'UTF-32 (little endian)'],
  ['utf-32be', 'UTF-32 (big endian)'],
  ['windows-1252', 'Western European (Windows-1252)'],
  ['iso-8859-15', 'Western European (ISO 8859-15)'],
  ['macintosh', 'Western European (Mac)'],
  ['ibm850', 'Western European (DOS 850)'],
  ['windows-1250', 'Central European (Windows-1250)'],
  ['iso-8859-2', 'Central European (ISO 8859-2)'],
  ['windows-1251', 'Cyrillic (Windows-1251)'],
  ['koi8-r', 'Cyrillic (KOI8-R)'],
  ['koi8-u', 'Cyrillic (KOI8-U)'],
  ['iso-8859-5', 'Cyrillic (ISO 8859-5)'],
  ['ibm866', 'Cyrillic (DOS 866)'],
  ['x-mac-cyrillic', 'Cyrillic (Mac)'],
  ['windows-1253', 'Greek (Windows-1253)'],
  ['iso-8859-7', 'Greek (ISO 8859-7)'],
  ['windows-1254', 'Turkish (Windows-1254)'],
  ['windows-1255', 'Hebrew (Windows-1255)'],
  ['windows-1256', 'Arabic (Windows-1256)'],
  ['windows-1257', 'Baltic (Windows-1257)'],
  ['windows-1258', 'Vietnamese (Windows-1258)'],
  ['windows-874', 'Thai (Windows-874)'],
  ['shift_jis', 'Japanese (Shift JIS)'],
  ['euc-jp', 'Japanese (EUC-JP)'],
  ['iso-2022-jp', 'Japanese (ISO-2022-JP)'],
  ['gb18030', 'Chinese (GB 18030)'],
  ['gbk', 'Chinese (GBK)'],
  ['big5', 'Chinese (Big5)'],
  ['euc-kr', 'Korean (EUC-KR)'],
]

const byName = new Map(titles)

export const encodingTitle = (name: string): string => byName.get(name) ?? name

/** To choose from: to find it out, those there are, and the one it was read in where it is another. */
export function encodingChoices(current: string): Choice<string>[] {
  const known = titles.map(([id, title]) => ({ id, title }))
  const other = current === '' || byName.has(current) ? [] : [{ id: current, title: current }]
  return [{ id: 'detect', title: 'Find out' }, ...other, ...known]
}
