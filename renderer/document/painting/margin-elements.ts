import type { CopyMark, LinkMark } from '../view.ts'
import type { Bar } from './margin-bars.ts'
import type { MarginMark, MarkPlace, PlacedCopy } from './margin-mark.ts'
import type { TagLine } from './tag-lines.ts'

// The content security policy allows styles that are set by script, as here, and no others.

/** A bar beside the lines of an annotation, or what joins its parts. */
export function barOf({ top, bottom, lane, color, line, isDimmed, opens, closes }: Bar): HTMLElement {
  const bar = element('document-bar')
  bar.classList.toggle('dimmed', isDimmed)
  bar.classList.toggle('opens', opens)
  bar.classList.toggle('closes', closes)
  bar.classList.toggle('two-strokes', line.second !== undefined)
  bar.style.cssText =
    `top: ${top}px; height: ${bottom - top}px; --lane: ${lane}; --mark-line: ${color}; ` +
    `border-inline-start: ${widthOfBar(line)}px ${line.style}`
  return bar
}

/** Thinner ones could not be told apart in the margin. */
function widthOfBar({ style, width, second }: TagLine): number {
  if (style === 'double') return 3
  return second ? 1 : Math.max(2, width)
}

/** A turned-down corner where an annotation with links ends. */
export function linkCornerOf({ line }: MarginMark, { end }: MarkPlace): HTMLElement {
  const corner = element('document-link-corner')
  if (end.isRightToLeft) corner.classList.add('right-to-left')
  corner.style.cssText = `left: ${end.x}px; top: ${end.top}px; --mark-line: ${line}`
  return corner
}

/**
 * Says that an annotation has links, around the height `middle`, by its number, as its card in the margin does.
 * `before`: the signs that stand on that line already.
 */
export function linkSignOf(
  mark: MarginMark,
  link: LinkMark,
  number: string,
  middle: number,
  before: number,
): HTMLElement {
  const sign = signOf('document-link-sign', middle, before)
  sign.classList.toggle('unanswered', mark.isUnanswered)
  sign.dataset.annotation = String(mark.id)
  sign.title = `${mark.tagName}: ${linksInWords(mark, link)}`
  sign.style.setProperty('--mark-ink', mark.ink)
  sign.style.setProperty('--mark-line', mark.line)
  sign.append(document.createElement('span'))
  writeNumber(sign, number)
  return sign
}

/** Beyond 999 it stands closer and smaller (margin-marks.css). */
export function writeNumber(sign: HTMLElement, number: string): void {
  sign.classList.toggle('long', number.length > 3)
  sign.firstElementChild!.textContent = number
}

function linksInWords({ isUnanswered }: MarginMark, { links }: LinkMark): string {
  const count = links === 0 ? 'no link' : links === 1 ? '1 link' : `${links} links`
  return isUnanswered ? `${count}, no counter-claim` : count
}

/** A faint line where the lines of a passage end that other documents have too. `below`: where the next block begins. */
export function copyLineOf({ copy, top, bottom }: PlacedCopy, below: number): HTMLElement {
  const line = element('document-copy-line')
  const from = copy.isFirst ? top : 0
  line.style.cssText = `top: ${from}px; height: ${(copy.goesOn ? below : bottom) - from}px`
  return line
}

/** In how many other documents a passage stands, around the height `middle` of its first line. */
export function copySignOf({ start, end, documents }: CopyMark, middle: number): HTMLElement {
  const sign = signOf('document-copy-sign', middle, 0)
  sign.dataset.start = String(start)
  sign.dataset.end = String(end)
  sign.title = `Stands also in ${documents.toLocaleString('en')} ${documents === 1 ? 'document' : 'documents'}`
  const sheets = document.createElement('span')
  sheets.className = 'document-copy-sheets'
  sheets.textContent = documents > 99 ? '99+' : String(documents)
  sign.append(sheets)
  return sign
}

/** Says that more annotations lie over these words than are drawn. */
export function undrawnSignOf(count: number, middle: number, before: number): HTMLElement {
  const sign = element('document-undrawn-sign')
  sign.style.cssText = `top: ${middle - 12}px; --before: ${before}`
  sign.title = `${count.toLocaleString('en')} more here than are drawn: the list of annotations has them all`
  sign.textContent = '+'
  return sign
}

function signOf(name: string, middle: number, before: number): HTMLButtonElement {
  const sign = document.createElement('button')
  sign.type = 'button'
  sign.tabIndex = -1
  sign.className = `document-sign ${name}`
  sign.style.cssText = `top: ${middle - 12}px; --before: ${before}`
  return sign
}

/** Where a page of the source begins inside a block: a line in the text and the page’s number in the margin. */
export function pageTurnOf(page: number, x: number, top: number, height: number): HTMLElement {
  const turn = element('document-page-turn')
  turn.style.cssText = `top: ${top}px; height: ${height}px`
  turn.dataset.page = String(page)
  const line = element('document-page-line')
  line.style.left = `${x}px`
  turn.append(line)
  return turn
}

function element(name: string): HTMLElement {
  const made = document.createElement('div')
  made.className = name
  return made
}
