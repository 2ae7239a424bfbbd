// A document with its annotations as one page of HTML that needs nothing else: no script, no picture, no other file.
// Annotations are underlined and tinted, stand in brackets and end with their number and their tag's short name, so
// that they can be told apart on any printer.
import type { ReadingCopy, ReadingCopyOptions } from '../../../preload/contract/reading-copy.ts'
import type { Block } from '../../../preload/contract/text.ts'
import { runsFromRight, setBlocks } from './blocks.ts'
import { htmlWords } from './html-words.ts'
import { createInline, type InlineSetter, pageTurns } from './inline.ts'
import { blocksThatWait } from './margin-room.ts'
import type { Material, MaterialAnnotation } from './material.ts'
import { notePlaces } from './note-places.ts'
import { type AnchorOf, by, hasLongNote, linkInFull, noteAfter, type SignOf, sideNote } from './notes.ts'
import { shortNames } from './short-names.ts'
import { styleFor } from './style.ts'
import { placeTitle } from './title-in-text.ts'
import { toHtml } from './to-html.ts'

/** Characters of a table that a page may not hold. */
const longTable = 1500

/** Makes the copy. `fonts` is the address of a style sheet with the program’s own fonts, or null. */
export function makeReadingCopy(
  material: Material,
  options: ReadingCopyOptions,
  fonts: string | null,
): ReadingCopy {
  const { title, language, tags } = material
  const style = styleFor(tags)
  const html = [
    pageStart({ title, language, style, fonts }),
    mainStart,
    copyOf(material, options, ''),
    pageEnd,
  ].join('')
  return { title, runsFromRight: runsMostlyFromRight(material.text), html, style }
}

interface Page {
  title: string
  /** BCP 47, or ''. */
  language: string
  style: string
  fonts: string | null
}

export function pageStart({ title, language, style, fonts }: Page): string {
  const link = fonts === null ? '' : `<link rel="stylesheet" href="${toHtml(fonts)}">`
  return `<!doctype html>\n<html${languageOf(language)}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${toHtml(title)}</title>${link}<style>${style}</style></head><body>\n`
}

export const mainStart = '<main>\n'
export const pageEnd = '</main></body></html>\n'

const languageOf = (language: string) => (language ? ` lang="${toHtml(language)}"` : '')

/** One document as a part of a page. `own`: before the names of its places, where others stand in the page as well. */
export function copyOf(material: Material, options: ReadingCopyOptions, own: string): string {
  const short = shortNames(material.tags)
  const signOf: SignOf = ({ number, tag }) =>
    options.annotations ? `${number} ${toHtml(short.get(tag) ?? '')}` : String(number)
  const anchorOf: AnchorOf = (number) => `${own}a${number}`
  const name = own === '' ? '' : ` id="${own}"`
  const direction = runsMostlyFromRight(material.text) ? ' from-right' : ''
  const side = (annotation: MaterialAnnotation) =>
    options.placement === 'beside' ? sideNote(annotation, options, signOf, anchorOf) : ''
  // Without anything to stand in it there is no margin.
  const placement = material.annotations.some((one) => side(one) !== '') ? 'beside' : 'end'
  return [
    `<article class="copy ${placement}${direction}"${name}${languageOf(material.language)}>\n`,
    ...body(material, options, side, signOf, anchorOf, [
      head(material, options),
      options.legend && options.annotations ? legend(material, short) : '',
    ]),
    endNotes(material, options, signOf, anchorOf),
    options.links ? listOfLinks(material, options, signOf, anchorOf) : '',
    '</article>\n',
  ].join('')
}

function head(material: Material, options: ReadingCopyOptions): string {
  const { title, facts } = material
  const heading = placeTitle(material).own ? '' : `<h1 dir="auto">${toHtml(title)}</h1>`
  const rows = facts
    .map(
      ({ name, value }) =>
        `<div><dt>${toHtml(name === 'url' ? 'URL' : name)}</dt><dd dir="auto">${toHtml(value)}</dd></div>`,
    )
    .join('')
  return `<header class="head">${heading}<dl class="facts">${rows}</dl>
<p class="counts">${toHtml(countsOf(material, options).join(' · '))}</p></header>\n`
}

/** The project, and how much is shown; of notes and links only where there are some. */
export function countsOf({ project, annotations }: Material, { notes, links }: ReadingCopyOptions): string[] {
  const noted = notes ? annotations.filter(({ note }) => note !== '').length : 0
  const linked = links ? countLinks(annotations) : 0
  return [
    project,
    annotations.length === 0 ? 'no annotations' : counted(annotations.length, 'annotation'),
    noted === 0 ? '' : counted(noted, 'note'),
    linked === 0 ? '' : counted(linked, 'link'),
  ].filter(Boolean)
}

/** One between two passages of the text is seen from both. */
function countLinks(annotations: readonly MaterialAnnotation[]): number {
  const ends = annotations.flatMap(({ links }) => links)
  return ends.length - ends.filter(({ to, isOutgoing }) => to !== null && !isOutgoing).length
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

function legend({ tags, annotations }: Material, short: ReadonlyMap<number, string>): string {
  if (tags.length === 0) return ''
  const uses = Map.groupBy(annotations, ({ tag }) => tag)
  const items = tags.map(({ id, name, definition }) => {
    const words = definition === '' ? '' : ` <span class="definition" dir="auto">${toHtml(definition)}</span>`
    return `<li dir="auto"><span class="a t${id} lane0 tint">${toHtml(name)}</span> <b class="ref t${id}">${toHtml(short.get(id)!)}</b> (${uses.get(id)?.length ?? 0})${words}</li>`
  })
  return `<section class="legend"><h2>Tags</h2><ul>${items.join('')}</ul></section>\n`
}

/** `about`: what comes between the title and the text. */
function* body(
  material: Material,
  options: ReadingCopyOptions,
  side: (annotation: MaterialAnnotation) => string,
  signOf: SignOf,
  anchorOf: AnchorOf,
  about: readonly string[],
): Generator<string> {
  const { text, annotations } = material
  const says = ({ note, links, speaker, details }: MaterialAnnotation) =>
    (options.notes && note !== '') ||
    (options.links && links.length > 0) ||
    (options.details && (speaker !== '' || details.length > 0))
  const withNote = annotations.filter((one) => side(one) !== '')
  const waiting = blocksThatWait(material, withNote, side)
  const isFromRight = runsMostlyFromRight(text)
  const { before: movedOut, following } = notePlaces(material, withNote, isFromRight)
  const sides = (first: MaterialAnnotation): string => {
    const others = following.get(first) ?? []
    const notes = [first, ...others].map(side).join('')
    return others.length > 0 ? `<span class="sides">${notes}</span>` : notes
  }

  const setter: InlineSetter = {
    opening({ of, isFirst }) {
      const anchor = isFirst ? `<a id="${anchorOf(of.number)}"></a>` : ''
      const note = isFirst && following.has(of) ? sides(of) : ''
      const bracket = options.annotations ? `<span class="bracket t${of.tag}">[</span>` : ''
      return note + anchor + bracket
    },
    closing({ of, isLast }) {
      const bracket = options.annotations ? `<span class="bracket t${of.tag}">]</span>` : ''
      if (!options.annotations && !says(of)) return ''
      return `${bracket}<sup class="ref t${of.tag}">${isLast ? '' : '…'}${signOf(of)}</sup>`
    },
    words: (words, over, typography) => htmlWords(words, over, typography, options.annotations),
    page: (number) => `<span class="page">p. ${number}</span>`,
  }
  const turns = pageTurns(text)
  let next = 0
  let turn = 0
  const before = (first: Block, last: Block): string => {
    let html = waiting.has(first) ? '<div class="wait"></div>\n' : ''
    for (; turn < turns.length && turns[turn]!.at <= last.end; turn++) {
      const { at, page } = turns[turn]!
      if (at <= first.start) html += `<p class="page">p. ${page}</p>\n`
    }
    return html + notesUpTo(hasNotesByRow(first, last) ? first.start : last.end)
  }
  function notesUpTo(end: number): string {
    let html = ''
    for (; next < annotations.length && annotations[next]!.spans[0]!.start < end; next++) {
      if (movedOut.has(annotations[next]!)) html += side(annotations[next]!)
    }
    return html
  }
  /** Of a short table they stand beside its head, of one that may go over pages each beside its row. */
  function hasNotesByRow(first: Block, last: Block): boolean {
    if (last.kind !== 'table-cell' || last.end - first.start < longTable) return false
    return withNote.some(({ spans }) => first.start <= spans[0]!.start && spans[0]!.start < last.end)
  }
  const { own, blocks } = placeTitle(material)
  const inline = createInline(material, setter)
  function* set(those: readonly Block[]): Generator<string> {
    yield '<div class="text">\n'
    yield* setBlocks({
      text: { ...text, blocks: [...those] },
      title: own,
      inline,
      before,
      notesByRow: (first, last) => (hasNotesByRow(first, last) ? { isFromRight, upTo: notesUpTo } : null),
    })
    yield '</div>\n'
  }
  if (own) yield* set([own])
  yield* about
  yield* set(blocks)
}

/** Then notes stand at its left, where its lines end. */
export function runsMostlyFromRight({ text, blocks }: Material['text']): boolean {
  let balance = 0
  for (const { start, end } of blocks)
    balance += runsFromRight(text.slice(start, end)) ? end - start : start - end
  return balance > 0
}

function endNotes(
  { annotations }: Material,
  options: ReadingCopyOptions,
  signOf: SignOf,
  anchorOf: AnchorOf,
): string {
  const isBeside = options.placement === 'beside'
  const shown = isBeside ? annotations.filter((one) => options.notes && hasLongNote(one)) : annotations
  const notes = shown.map((one) => noteAfter(one, options, signOf, anchorOf)).filter(Boolean)
  if (notes.length === 0) return ''
  return `<section class="notes"><h2>Notes</h2>${notes.join('\n')}</section>\n`
}

function listOfLinks(
  { annotations, text }: Material,
  options: ReadingCopyOptions,
  signOf: SignOf,
  anchorOf: AnchorOf,
): string {
  const linked = annotations.filter(({ links }) => links.length > 0)
  if (linked.length === 0) return ''
  const entries = linked.map(({ number, tag, spans, speaker, links }) => {
    const words = spans.map(({ start, end }) => text.text.slice(start, end)).join(' … ')
    const sign = `<a class="sign t${tag}" href="#${anchorOf(number)}">${signOf({ number, tag })}</a>`
    return `<p>${sign} ${by(speaker)}<q dir="auto">${toHtml(words)}</q></p><ul>${links.map((link) => linkInFull(link, anchorOf, options)).join('')}</ul>`
  })
  return `<section class="links"><h2>Links</h2>${entries.join('\n')}</section>\n`
}
