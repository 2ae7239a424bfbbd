/** Words at a place of a page: points from the left and from the top. */
export interface SetWords {
  text: string
  x: number
  y: number
  size?: number
  font?: 'Courier' | 'Helvetica' | 'Courier-Bold'
  /** In degrees, against the clock. */
  angle?: number
}

export interface PdfMaking {
  pages: readonly (readonly SetWords[])[]
  /** Entries of the file’s dictionary of facts, as they are written: `/Title (A)`. */
  info?: string
  /** Further entries of its root: `/PageLabels …`. */
  root?: string
  /** Further entries of each page: `/Rotate 90`, `/Annots […]`. */
  page?: string
  /** It asks for a password that nobody knows. */
  locked?: boolean
}

const pageWidth = 595
const pageHeight = 842
const fonts = ['Courier', 'Helvetica', 'Courier-Bold'] as const

/** A PDF with these words on its pages, in Latin letters, uncompressed. */
export function makePdf({ pages, info = '', root = '', page = '', locked = false }: PdfMaking): Uint8Array {
  const fontEntries = fonts.map((_, at) => `/F${at} ${3 + at} 0 R`).join(' ')
  const firstPage = 3 + fonts.length
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${root} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${firstPage + at * 2} 0 R`).join(' ')}] >>`,
    ...fonts.map((font) => `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`),
    ...pages.flatMap((words, at) => {
      const drawn = words.map(drawing).join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Resources << /Font << ${fontEntries} >> >> /Contents ${firstPage + at * 2 + 1} 0 R ${page} >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ]
    }),
    `<< ${info} >>`,
    `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${'5c'.repeat(32)}> /U <${'a7'.repeat(32)}> >>`,
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const secret = locked ? `/Encrypt ${objects.length} 0 R /ID [<00> <00>]` : ''
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length - 1} 0 R ${secret} >>`
  const whole = `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`
  return Buffer.from(whole, 'latin1')
}

function drawing({ text, x, y, size = 10, font = 'Courier', angle = 0 }: SetWords): string {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  const matrix = [cos, sin, -sin, cos].map((part) => part.toFixed(5)).join(' ')
  const escaped = text.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e]/g, octal)
  return `BT /F${fonts.indexOf(font)} ${size} Tf ${matrix} ${x} ${pageHeight - y} Tm (${escaped}) Tj ET`
}

/** As WinAnsi has it, which is Latin-1 for the letters used here but for some signs. */
function octal(letter: string): string {
  const signs: Record<string, number> = {
    '•': 0x95,
    '–': 0x96,
    '—': 0x97,
    '’': 0x92,
    '“': 0x93,
    '”': 0x94,
    '…': 0x85,
  }
  return `\\${(signs[letter] ?? letter.charCodeAt(0)).toString(8).padStart(3, '0')}`
}

export interface Setting {
  columns: number
  /** Letters in a line; those of Courier are all as wide. */
  lineLetters: number
  linesPerColumn: number
  /** How a paragraph begins. */
  begins: 'indented' | 'after a gap'
  /** Divide a word that does not fit. */
  divides: boolean
  /** The first line of each page and the last, `#` for its number. */
  head?: string | undefined
  foot?: string | undefined
}

const size = 10
const letterWidth = size * 0.6
const leading = 12

/** Sets paragraphs as a printer would, in Courier of 10 points. */
export function setText(paragraphs: readonly string[], setting: Setting): SetWords[][] {
  const { columns, linesPerColumn, begins, head, foot } = setting
  const lines = paragraphs.flatMap((text, at) => [
    ...(begins === 'after a gap' && at > 0 ? [''] : []),
    ...brokenLines(text, setting),
  ])
  const pages: SetWords[][] = []
  const columnWidth = (setting.lineLetters + 4) * letterWidth
  for (let start = 0, column = 0; start < lines.length; column++) {
    if (column % columns === 0) {
      const number = String(pages.length + 1)
      pages.push([
        ...(head === undefined ? [] : [{ text: head.replace('#', number), x: 60, y: 40 }]),
        ...(foot === undefined ? [] : [{ text: foot.replace('#', number), x: 280, y: 800 }]),
      ])
    }
    const end = Math.min(lines.length, start + linesPerColumn)
    lines.slice(start, end).forEach((text, at) => {
      const indent = text.length - text.trimStart().length
      const x = 50 + (column % columns) * columnWidth + indent * letterWidth
      if (text !== '') pages.at(-1)!.push({ text: text.trim(), x, y: 80 + at * leading, size })
    })
    start = end
  }
  return pages
}

function brokenLines(text: string, { lineLetters, begins, divides }: Setting): string[] {
  const lines: string[] = []
  let line = begins === 'indented' ? '   ' : ''
  let isEmpty = true
  for (const word of text.split(' ')) {
    const room = lineLetters - line.length - (isEmpty ? 0 : 1)
    if (word.length <= room) {
      line += isEmpty ? word : ` ${word}`
    } else if (divides && room >= 4 && /^\p{L}{7,}$/u.test(word) && room - 1 < word.length - 2) {
      lines.push(`${line} ${word.slice(0, room - 1)}-`)
      line = word.slice(room - 1)
    } else {
      lines.push(line)
      line = word
    }
    isEmpty = false
  }
  return [...lines, line]
}
