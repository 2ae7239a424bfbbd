import type { MaterialAnnotation, MaterialLink } from './material.ts'
import { toHtml } from './to-html.ts'

/** Characters of another end’s words beside the text; the list of links has all of them. */
export const briefLength = 110
/** Of an annotation with more links than one more, so many stand beside the text; the list of links has all of them. */
const mostLinks = 6
/** The same of links onto a link. */
const mostOnto = 2

/** The sign of an annotation: its number and its tag’s short name, in HTML. */
export type SignOf = (annotation: Pick<MaterialAnnotation, 'number' | 'tag'>) => string

/** What the place of an annotation is called in its page. */
export type AnchorOf = (number: number) => string

/** What stands beside a passage: who says it and what else is said of it, its note and the other ends of its links. */
export function sideNote(
  { number, tag, note, speaker, details, links }: MaterialAnnotation,
  shows: { details: boolean; notes: boolean; links: boolean },
  signOf: SignOf,
  anchorOf: AnchorOf,
): string {
  const parts = [
    shows.details && details.length > 0
      ? `<span class="details" dir="auto">${toHtml(details.join(' · '))}</span>`
      : '',
    shows.notes && note !== '' ? `<span class="note" dir="auto">${toHtml(note)}</span>` : '',
    ...(shows.links ? linksBeside(links, anchorOf) : []),
  ].filter(Boolean)
  if (parts.length === 0 && !(shows.details && speaker !== '')) return ''
  return `<span class="side t${tag}"><b class="sign">${signOf({ number, tag })}</b> ${by(speaker)}${parts.join(' ')}</span>`
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
  if (to !== null) return `<span class="source"><a href="#${anchorOf(to)}">here, ${to}</a></span>`
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
