import type { Mark } from '../../../../preload/contract/text.ts'
import { xmlText } from '../../../xml/xml-text.ts'

/** How a run looks, in the words of ECMA-376, part 1: 17.3.2. */
export interface Look {
  style?: string
  isBold?: boolean
  isItalic?: boolean
  /** Six hexadecimal digits. */
  color?: string
  underline?: { kind: string; color: string }
  shading?: string
  raised?: 'superscript' | 'subscript'
  /** Of signs alone, which have no direction of their own. */
  fromRight?: boolean
}

const strongRight = '\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufeff\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}'
/** Words of one direction: digits and signs go with what stands before them. */
const stretches = new RegExp(`[${strongRight}](?:(?!\\p{L})[^]|[${strongRight}])*|[^${strongRight}]+`, 'gu')
const isRight = new RegExp(`^[${strongRight}]`, 'u')

/** Words as runs: one for each direction, since Word sets what runs from right to left only where it is told so. */
export function runs(words: string, look: Look = {}): string {
  return (words.toWellFormed().match(stretches) ?? [])
    .map((stretch) => `<w:r>${properties(look, isRight.test(stretch))}${content(stretch)}</w:r>`)
    .join('')
}

/** In the order that the schema asks for. */
function properties(
  { style, isBold, isItalic, color, underline, shading, raised, fromRight: asked }: Look,
  fromRight: boolean,
): string {
  const all = [
    style && `<w:rStyle w:val="${style}"/>`,
    isBold && '<w:b/><w:bCs/>',
    isItalic && '<w:i/><w:iCs/>',
    color && `<w:color w:val="${color}"/>`,
    underline && `<w:u w:val="${underline.kind}" w:color="${underline.color}"/>`,
    shading && `<w:shd w:val="clear" w:color="auto" w:fill="${shading}"/>`,
    raised && `<w:vertAlign w:val="${raised}"/>`,
    (asked ?? fromRight) && '<w:rtl/>',
  ].filter(Boolean)
  return all.length === 0 ? '' : `<w:rPr>${all.join('')}</w:rPr>`
}

function content(words: string): string {
  return words
    .split(/(\n|\t|\f|\v|\u2011)/)
    .map((part) => {
      if (part === '') return ''
      if (part === '\t') return '<w:tab/>'
      if (part === '\u2011') return '<w:noBreakHyphen/>'
      if (part === '\n' || part === '\f' || part === '\v') return '<w:br/>'
      return `<w:t xml:space="preserve">${xmlText(part)}</w:t>`
    })
    .join('')
}

/** The look of typography. */
export function lookOf(typography: readonly Mark[]): Look {
  const has = (kind: Mark['kind']) => typography.some((mark) => mark.kind === kind)
  const raised = has('sup') ? 'superscript' : has('sub') ? 'subscript' : undefined
  return {
    ...(has('strong') && { isBold: true }),
    ...(has('em') && { isItalic: true }),
    ...(raised && { raised }),
  }
}

/** A date at whose hyphens no line ends, and whose year comes first among words from right to left as well. */
export const inOneLine = (date: string) =>
  date.includes('-') ? `\u200e${date.replaceAll('-', '\u2011')}` : date

/**
 * What Word fills in by itself: page numbers at head and foot at once, others when the file is printed or its fields are
 * updated; LibreOffice all at once. `before`: what stands there until then.
 */
export const field = (what: string, before: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${what} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${before === '' ? '' : `<w:r><w:t>${before}</w:t></w:r>`}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
