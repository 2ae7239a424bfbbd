import type { MaterialAnnotation, MaterialLink } from './material.ts'
import { toHtml } from './to-html.ts'

/** Characters of another end’s words beside the text; the list of links has all of them. */
const briefLength = 110

/** The sign of an annotation: its number and its tag’s short name. */
export type SignOf = (annotation: Pick<MaterialAnnotation, 'number' | 'tag'>) => string

/** What stands beside a passage: who says it and what else is said of it, its note and the other ends of its links. */
export function sideNote(
  { number, tag, note, speaker, details, links }: MaterialAnnotation,
  shows: { details: boolean; notes: boolean; links: boolean },
  signOf: SignOf,
): string {
  const parts = [
    shows.details && details.length > 0
      ? `<span class="details" dir="auto">${toHtml(details.join(' · '))}</span>`
      : '',
    shows.notes && note !== '' ? `<span class="note" dir="auto">${toHtml(note)}</span>` : '',
    ...(shows.links ? links.map((link) => `<span class="link">${linkInBrief(link)}</span>`) : []),
  ].filter(Boolean)
  if (parts.length === 0 && !(shows.details && speaker !== '')) return ''
  return `<span class="side t${tag}"><b class="sign">${signOf({ number, tag })}</b> ${by(speaker)}${parts.join(' ')}</span>`
}

function linkInBrief(link: MaterialLink): string {
  return `<i class="type">${toHtml(arrowed(link))}</i> <q dir="auto">${toHtml(cut(link.words))}</q> ${where(link)}`
}

/** One entry of the list of links: everything that is known of it. */
export function linkInFull(link: MaterialLink): string {
  const strength = link.strength === null ? '' : ` <span class="strength">strength ${link.strength}</span>`
  const note = link.note === '' ? '' : ` <span class="note" dir="auto">${toHtml(link.note)}</span>`
  return `<li><i class="type">${toHtml(arrowed(link))}</i> <q dir="auto">${toHtml(link.words)}</q> ${where(link)}${strength}${note}</li>`
}

function arrowed({ type, isOutgoing, isSymmetric }: MaterialLink): string {
  return `${isSymmetric ? '↔' : isOutgoing ? '→' : '←'} ${type}`
}

function where({ source, date, to }: MaterialLink): string {
  if (to !== null) return `<span class="source"><a href="#a${to}">here, ${to}</a></span>`
  const when = date === '' ? '' : `, <span class="date">${toHtml(date)}</span>`
  return `<span class="source">${toHtml(source)}${when}</span>`
}

/** Who says the passage. */
export function by(speaker: string): string {
  return speaker === '' ? '' : `<span class="by" dir="auto">${toHtml(speaker)}</span> `
}

function cut(words: string): string {
  const characters = [...words]
  return characters.length <= briefLength ? words : `${characters.slice(0, briefLength).join('').trimEnd()}…`
}
