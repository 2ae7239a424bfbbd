import { runsFromRight } from './blocks.ts'
import type { MaterialAnnotation, MaterialLink } from './material.ts'
import { toHtml } from './to-html.ts'

/** Characters of another end’s words beside the text; the list of links has all of them. */
export const briefLength = 110
/** Of an annotation with more links than one more, so many stand beside the text; the list of links has all of them. */
const mostLinks = 6
/** The same of links onto a link. */
const mostOnto = 2
/** A note of more characters would stand beside lines it says nothing of: so many stand beside the text, and all after it. */
const longestNote = 1200
const beginningOfNote = 480

/** The sign of an annotation: its number and its tag’s short name, in HTML. */
export type SignOf = (annotation: Pick<MaterialAnnotation, 'number' | 'tag'>) => string

/** What the place of an annotation is called in its page. */
export type AnchorOf = (number: number) => string

/** Whether only the beginning of its note stands beside the text. */
export const hasLongNote = ({ note }: Pick<MaterialAnnotation, 'note'>): boolean => note.length > longestNote

/** What stands beside a passage: who says it and what else is said of it, its note and the other ends of its links. */
export function sideNote(
  annotation: MaterialAnnotation,
  shows: { details: boolean; notes: boolean; links: boolean },
  signOf: SignOf,
  anchorOf: AnchorOf,
): string {
  const said = [
    ...detailsOf(annotation, shows),
    ...(shows.notes && annotation.note !== '' ? [noteBeside(annotation, anchorOf)] : []),
    ...(shows.links ? linksBeside(annotation.links, anchorOf) : []),
  ]
  if (said.length === 0 && !(shows.details && annotation.speaker !== '')) return ''
  return `<span class="side t${annotation.tag}"${directionOf(annotation, shows)}><b class="sign">${signOf(annotation)}</b> ${by(annotation.speaker)}${said.join(' ')}</span>`
}

/** The same after the text, where there is room for all of a note; its number leads to the passage. */
export function noteAfter(
  annotation: MaterialAnnotation,
  shows: { details: boolean; notes: boolean },
  signOf: SignOf,
  anchorOf: AnchorOf,
): string {
  const { number, tag, speaker, note } = annotation
  const said = [...detailsOf(annotation, shows), ...(shows.notes && note !== '' ? [wordsOfNote(note)] : [])]
  if (said.length === 0 && !(shows.details && speaker !== '')) return ''
  return `<span class="side t${tag}" id="${anchorOf(number)}-note"${directionOf(annotation, shows)}><a class="sign" href="#${anchorOf(number)}">${signOf(annotation)}</a> ${by(speaker)}${said.join(' ')}</span>`
}

/** Its number stands where the lines of the note begin. */
function directionOf(
  { note, details, speaker }: MaterialAnnotation,
  shows: { details: boolean; notes: boolean },
): string {
  const own = shows.notes && note !== '' ? note : shows.details ? details[0] || speaker : ''
  return runsFromRight(own) ? ' dir="rtl"' : ''
}

function detailsOf({ details }: MaterialAnnotation, shows: { details: boolean }): string[] {
  if (!shows.details || details.length === 0) return []
  return [`<span class="details" dir="auto">${toHtml(details.join(' · '))}</span>`]
}

const wordsOfNote = (words: string) => `<span class="note" dir="auto">${toHtml(words)}</span>`

function noteBeside({ note, number }: MaterialAnnotation, anchorOf: AnchorOf): string {
  if (!hasLongNote({ note })) return wordsOfNote(note)
  const beginning = [...note.slice(0, longestNote)]
    .slice(0, beginningOfNote)
    .join('')
    .replace(/\s+\S{0,40}$/, '')
  return `${wordsOfNote(`${beginning} …`)} <a class="more" href="#${anchorOf(number)}-note">all of this note is after the text</a>`
}

function linksBeside(links: readonly MaterialLink[], anchorOf: AnchorOf): string[] {
  const shown = links.length > mostLinks + 1 ? links.slice(0, mostLinks) : links
  const left = links.length - shown.length
  return [
    ...shown.map(
      (link) => `<span class="link">${linkInBrief(link, anchorOf)}${ontoBeside(link.onto, anchorOf)}</span>`,
    ),
    ...(left > 0 ? [`<span class="link">and ${left} more in the list of links</span>`] : []),
  ]
}

function ontoBeside(onto: readonly MaterialLink[], anchorOf: AnchorOf): string {
  const shown = onto.length > mostOnto + 1 ? onto.slice(0, mostOnto) : onto
  const left = onto.length - shown.length
  return [
    ...shown.map((link) => `<span class="onto">${linkInBrief(link, anchorOf)}</span>`),
    ...(left > 0 ? [`<span class="onto">and ${left} more in the list of links</span>`] : []),
  ].join('')
}

function linkInBrief(link: MaterialLink, anchorOf: AnchorOf): string {
  return `<i class="type">${toHtml(arrowed(link))}</i> <q dir="auto">${toHtml(cut(link.words))}</q> ${where(link, anchorOf)}`
}

/** One entry of the list of links: everything that is known of it, but for its note where notes are not shown. */
export function linkInFull(link: MaterialLink, anchorOf: AnchorOf, shows: { notes: boolean }): string {
  const strength = link.strength === null ? '' : ` <span class="strength">strength ${link.strength}</span>`
  const note =
    link.note === '' || !shows.notes ? '' : ` <span class="note" dir="auto">${toHtml(link.note)}</span>`
  const onto =
    link.onto.length === 0
      ? ''
      : `<ul class="onto">${link.onto.map((one) => linkInFull(one, anchorOf, shows)).join('')}</ul>`
  return `<li><i class="type">${toHtml(arrowed(link))}</i> <q dir="auto">${toHtml(link.words)}</q> ${where(link, anchorOf)}${strength}${note}${onto}</li>`
}

export function arrowed({ type, isOutgoing, isSymmetric }: MaterialLink): string {
  return `${isSymmetric ? '↔' : isOutgoing ? '→' : '←'} ${type}`
}

function where({ source, date, to }: MaterialLink, anchorOf: AnchorOf): string {
  if (to !== null) return `<span class="source"><a href="#${anchorOf(to)}">here,\u00a0${to}</a></span>`
  const when = date === '' ? '' : `, <span class="date">${toHtml(date)}</span>`
  return `<span class="source">${toHtml(source)}${when}</span>`
}

/** Who says the passage. */
export function by(speaker: string): string {
  return speaker === '' ? '' : `<span class="by" dir="auto">${toHtml(speaker)}</span> `
}

export function cut(words: string): string {
  const characters = [...words]
  return characters.length <= briefLength ? words : `${characters.slice(0, briefLength).join('').trimEnd()}…`
}
