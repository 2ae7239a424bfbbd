import type { IncomingAnnotation } from '../annotation-format.ts'
import { fromFragments } from './fragments.ts'
import type { RawText } from './raw-text.ts'
import type { AnnLines } from './read-ann.ts'
import type { Taking } from './taking.ts'

export interface SheetPlace {
  /** Path of the sheet without ending; part of every id. */
  sheet: string
  document: string
  /** Named after its annotator; '' where nobody is. */
  folder: string
  /** Null where the text is not among the files. */
  raw: RawText | null
}

/** What the lines of one text’s annotations say. */
export function takeSheet(taking: Taking, lines: AnnLines, place: SheetPlace): void {
  const { sheet, document, folder } = place
  const own = new Map<string, IncomingAnnotation>()
  /** Words that are the trigger of an event. */
  const isEvent = new Set<string>()
  for (const line of lines.texts) {
    const annotation = annotationOf(taking, line, place)
    if (annotation) own.set(line.id, annotation)
  }
  for (const { id, trigger } of lines.events) {
    const words = own.get(trigger)
    if (words) own.set(id, eventOf(taking, words, { id: `${sheet}#${id}`, isFirst: !isEvent.has(trigger) }))
    isEvent.add(trigger)
  }
  const find = (id: string): IncomingAnnotation | undefined => own.get(id)

  const links = new Map<string, { note: string }>()
  const link = (id: string, type: string, from: string, to: string): void => {
    const [source, target] = [find(from), find(to)]
    if (!source || !target) {
      taking.leaveOut('links to what is not in the file')
      return
    }
    const made = {
      ...{
        id: `${sheet}#${id}`,
        linkType: taking.linkTypeInUse(type).id,
        annotator: source.annotator,
        strength: null,
        status: '',
      },
      ...{ source: { annotation: source.id }, target: { annotation: target.id }, note: '', created: '' },
    }
    taking.links.push(made)
    links.set(id, made)
  }
  for (const { id, type, source, target } of lines.relations) link(id, type, source, target)
  for (const { id, trigger, roles } of lines.events) {
    if (!own.has(trigger)) taking.leaveOut('events without their words')
    for (const [index, [role, target]] of roles.entries()) {
      if (own.has(trigger)) link(`${id}.${index + 1}`, roleOf(role, taking), id, target)
    }
  }
  for (const { type, targets, line } of lines.equivalences) {
    taking.linkType(type).symmetric = true
    targets.slice(1).forEach((target, index) => {
      link(`*${line}.${index + 1}`, type, targets[index]!, target)
    })
  }

  for (const { type, target, value } of lines.attributes) {
    const annotation = find(target)
    if (!annotation) {
      taking.leaveOut(links.has(target) ? 'attributes of links' : 'attributes of what is not in the file')
      continue
    }
    const kind = value === true ? 'yes-no' : 'choice'
    const name = taking.attribute(annotation.tag, type, kind, value === true ? [] : [value])
    ;(annotation.attributes as Map<string, string | boolean>).set(name, value)
  }
  for (const { type, target, reference, words } of lines.normalizations) {
    const annotation = find(target)
    if (!annotation) {
      taking.leaveOut('references of what is not in the file')
      continue
    }
    const name = taking.attribute(annotation.tag, type, 'text')
    const values = annotation.attributes as Map<string, string | boolean>
    const value = words.trim() === '' ? reference : `${reference} ${words.trim()}`
    values.set(name, values.has(name) ? `${values.get(name)}; ${value}` : value)
  }
  for (const { type, target, words } of lines.notes) {
    const noted = find(target) ?? links.get(target)
    if (!noted) taking.leaveOut('notes on what is not in the file')
    else if (words.trim() !== '') {
      const note = type === 'AnnotatorNotes' ? words : `${type}: ${words.trim()}`
      noted.note = noted.note === '' ? note : `${noted.note}\n${note}`
    }
  }

  function annotationOf(
    taking: Taking,
    { id, type, spans, words, where }: AnnLines['texts'][number],
    { raw }: SheetPlace,
  ): IncomingAnnotation | undefined {
    const sorted = spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
    if (sorted.length === 0) {
      taking.leaveOut('annotations that cover no text')
      return undefined
    }
    const places = sorted.map((span) => (raw === null ? span : raw.toSpan(span)))
    const isWhole = places.every((span) => span !== undefined)
    if (!isWhole)
      taking.doubts.push({ where, what: 'The span leaves the text; its words are looked for instead.' })
    const text = raw?.text
    const covered =
      text !== undefined && isWhole ? places.map(({ start, end }) => text.slice(start, end)) : null
    const agrees = covered !== null && beginsWith(words, covered.join(' '))
    const quotes = agrees ? covered : quotesOf(words, sorted)
    // Line ends part what is one span; the words between them are part of the quote then.
    const joined = agrees && text !== undefined && isWhole ? fromFragments(text, places) : null
    const found = joined ?? (isWhole ? withoutOverlap(places) : null)
    const annotation: IncomingAnnotation = {
      ...{
        id: `${sheet}#${id}`,
        document,
        annotator: taking.annotator(folder),
        tag: taking.tagInUse(type).id,
      },
      spans: found,
      quote: joined ? joined.map(({ start, end }) => text!.slice(start, end)) : quotesFor(found, quotes),
      ...{ prefix: '', suffix: '', claim: null, speaker: null, attributes: new Map() },
      ...{ confidence: null, note: '', created: '' },
    }
    taking.annotations.push(annotation)
    return annotation
  }
}

/** An event is the annotation of its trigger; one more event with the same trigger is one more annotation. */
function eventOf(
  taking: Taking,
  words: IncomingAnnotation,
  { id, isFirst }: { id: string; isFirst: boolean },
): IncomingAnnotation {
  if (isFirst) return words
  const spans = words.spans?.map((span) => ({ ...span })) ?? null
  const another = { ...words, id, spans, attributes: new Map() }
  taking.annotations.push(another)
  return another
}

/** brat takes what follows the words after white space for a remark (`text_tail` in its annotation.py). */
const beginsWith = (line: string, words: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: white space to Python.
  line.startsWith(words) && /^(?:$|[\s\x1c-\x1f\x85])/.test(line.slice(words.length))

/** The words of each fragment, which stand in one line with spaces between; null where the line does not say. */
function quotesOf(words: string, spans: readonly { start: number; end: number }[]): string[] | null {
  if (words.trim() === '') return null
  if (spans.length === 1) return [words]
  const characters = [...words]
  const lengths = spans.map(({ start, end }) => end - start)
  if (characters.length !== lengths.reduce((sum, length) => sum + length + 1, -1)) return null
  let at = 0
  return lengths.map((length) => {
    const quote = characters.slice(at, at + length).join('')
    at += length + 1
    return quote
  })
}

/** Only where there is one for each span. */
function quotesFor(spans: readonly unknown[] | null, quotes: string[] | null): string[] | null {
  return spans === null || spans.length === quotes?.length ? quotes : null
}

/** `Theme2` is one more `Theme`, as long as the configuration does not say otherwise. */
function roleOf(role: string, { conf }: Taking): string {
  const plain = role.replace(/\d+$/, '')
  return conf.linkTypes.has(role) || plain === '' ? role : plain
}

/** Fragments that touch or overlap made one. */
function withoutOverlap(spans: readonly { start: number; end: number }[]) {
  const apart: { start: number; end: number }[] = []
  for (const span of spans) {
    const last = apart.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else apart.push({ ...span })
  }
  return apart
}
