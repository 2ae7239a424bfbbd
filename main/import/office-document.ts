import type { Metadata } from '../../preload/contract/document.ts'
import type { StructuredText } from '../../preload/contract/text.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { isoDateOf, languageOf } from './stated-facts.ts'
import { longestStatedTitle, oneLine, shorten, titleOfText } from './title.ts'

/** What a word processor says of its file; '' where it says nothing. */
export interface OfficeFacts {
  title: string
  author: string
  /** When the file was begun. */
  created: string
  language: string
}

/** What programs write by themselves. */
const noTitle =
  /^(?:microsoft word - .*|document ?\d*|dokument ?\d*|untitled.*|unbenannt.*|powerpoint.*|.*\.(?:docx?|odt|rtf|pdf|wpd))$/i
const noAuthor = /^(?:microsoft.*|user|unknown|admin(?:istrator)?|python-docx|author|\W*)$/i

/** A text with what its file says of it; the title from there, else from its first heading, else as of any text. */
export function officeDocument(
  text: StructuredText,
  { facts, notes, name }: { facts: OfficeFacts; notes: string[]; name: string },
): Omit<ParsedDocument, 'mediaType'> {
  const stated = oneLine(facts.title)
  const heading = text.blocks.find(({ kind, start, end }) => kind === 'heading' && end > start)
  const headline = heading ? oneLine(text.text.slice(heading.start, heading.end)) : ''
  const title = shorten((noTitle.test(stated) ? '' : stated) || headline, longestStatedTitle)

  const metadata: Metadata = {}
  const author = oneLine(facts.author)
  const date = isoDateOf(facts.created)
  const language = facts.language.trim() === '' ? null : languageOf(facts.language)
  if (!noAuthor.test(author)) metadata.author = author
  if (date !== null) metadata.date = date
  if (language !== null) metadata.language = language
  const told = date === null ? [] : ['Its date is the day its file was begun.']
  return { ...text, title: title || titleOfText(text.text, name), metadata, notes: [...notes, ...told] }
}
