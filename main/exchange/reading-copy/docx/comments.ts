import type { ReadingCopyOptions } from '../../../../preload/contract/reading-copy.ts'
import { xmlAttribute } from '../../../xml/xml-text.ts'
import type { MaterialAnnotation, MaterialLink } from '../material.ts'
import { arrowed, cut } from '../notes.ts'
import { paragraph } from './paragraphs.ts'
import { inOneLine, runs } from './runs.ts'

/** Whether there is anything to say beside a passage. */
export function isSaid(
  { note, links, speaker, details }: MaterialAnnotation,
  shows: ReadingCopyOptions,
): boolean {
  return (
    (shows.notes && note !== '') ||
    (shows.links && links.length > 0) ||
    (shows.details && (speaker !== '' || details.length > 0))
  )
}

/** A comment of Word, as the annotator has made it: what the annotation says, and the other ends of its links. */
export function commentXml(
  id: number,
  annotation: MaterialAnnotation,
  { tagName, sign, shows }: { tagName: string; sign: string; shows: ReadingCopyOptions },
): string {
  const { annotator, created, note, details, speaker, links } = annotation
  const lines = [
    runs(`${sign} · ${tagName}`, { isBold: true }) +
      (shows.details && speaker !== '' ? runs(` · ${speaker}`) : ''),
    ...(shows.details && details.length > 0 ? [runs(details.join(' · '))] : []),
    ...(shows.notes && note !== '' ? note.split('\n').map((line) => runs(line)) : []),
    ...(shows.links ? links.flatMap((link) => [linkLine(link), ...link.onto.map(ontoLine)]) : []),
  ]
  const reference = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>'
  const body = lines.map((line, i) => paragraph((i === 0 ? reference : '') + line, { style: 'CommentText' }))
  const initials = annotator
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('')
    .slice(0, 9)
  const date = created === '' ? '' : ` w:date="${xmlAttribute(created.replace(/\.\d+Z$/, 'Z'))}"`
  return `<w:comment w:id="${id}" w:author="${attribute(annotator || 'Rejoinder')}"${date} w:initials="${attribute(initials)}">${body.join('')}</w:comment>`
}

const attribute = (words: string) => xmlAttribute(words.toWellFormed())

function linkLine(link: MaterialLink): string {
  return `${runs(`${arrowed(link)} `, { isBold: true })}${runs(`“${cut(link.words)}” ${placeOf(link)}`)}`
}

const ontoLine = (link: MaterialLink) => runs('\u2003') + linkLine(link)

/** Where the other end of a link stands. */
export function placeOf({ source, date, to }: MaterialLink): string {
  if (to !== null) return `(here,\u00a0${to})`
  return `— ${source}${date === '' ? '' : `, ${inOneLine(date)}`}`
}
