import { isDatabase, iterateRowsOf, rowsOf, withForeignDatabase } from '../../../../db/foreign-database.ts'
import { Failure } from '../../../../preload/contract/failure.ts'
import { Gathering, unknownMoment } from '../../foreign/gathering.ts'
import { filesWith, firstLinesOf } from '../../foreign/json-files.ts'
import { decodeUtf8, nameIn } from '../../foreign/json-text.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { FormatReader, Incoming, ReadingOptions, SourceFiles } from '../annotation-format.ts'
import { isHighlightTable, takeHighlights } from './highlight-table.ts'
import { readHighlightedHtml } from './highlighted-html.ts'
import { type TagRow, takeTags, words } from './tags.ts'

/**
 * Taguette’s projects: a database with web pages, tags such as `claim.counter`, and highlights; and the table of
 * highlights that it gives, which only names its texts.
 */
export const taguetteReader: FormatReader = {
  sharedEndings: ['csv'],
  leavesTexts: true,

  async recognises(source) {
    if ((await tablesIn(source)).length > 0) return true
    if (source.paths.length !== 1) return false
    const path = source.paths[0]!
    for await (const piece of source.pieces(path)) {
      if (!isDatabase(piece)) return false
      const tables = /CREATE TABLE "?highlights"?/
      for await (const more of source.pieces(path)) {
        if (tables.test(Buffer.from(more).toString('latin1'))) return true
      }
      return false
    }
    return false
  },

  async read(source, options) {
    const tables = await tablesIn(source)
    if (tables.length > 0) {
      const gathering = new Gathering(options)
      await oneByOne(tables, options, async (path) => {
        const content = decodeUtf8(await source.read(path), `“${nameIn(source, path)}”`)
        takeHighlights(content, { gathering, file: path || source.name })
      })
      return gathering.finish()
    }
    const path = source.paths[0] ?? ''
    const bytes = await source.read(path)
    return withForeignDatabase(bytes, (database) => {
      const highlights = rowsOf(database, 'highlights', ['id', 'document_id', 'start_offset', 'end_offset'])
      const tags = rowsOf(database, 'tags', ['id', 'path', 'description'])
      const tagged = rowsOf(database, 'highlight_tags', ['highlight_id', 'tag_id'])
      const projects = rowsOf(database, 'projects', ['id', 'name', 'description']) ?? []
      const columns = ['id', 'name', 'description', 'filename', 'contents'] as const
      const documents = iterateRowsOf(database, 'documents', columns)
      if (!documents || !highlights || !tags || !tagged) {
        throw new Failure('unreadable', `“${nameIn(source, path)}” is no project of Taguette.`)
      }
      return gathered({ documents, highlights, tags, tagged, projects }, options)
    })
  },
}

async function tablesIn(source: SourceFiles): Promise<string[]> {
  const found: string[] = []
  for (const path of filesWith(source, 'csv')) {
    if (isHighlightTable(await firstLinesOf(source, path, 1))) found.push(path)
  }
  return found
}

interface Tables {
  /** One after the other: their texts are not held. */
  documents: Iterable<Record<'id' | 'name' | 'description' | 'filename' | 'contents', unknown>>
  highlights: Record<'id' | 'document_id' | 'start_offset' | 'end_offset', unknown>[]
  tags: TagRow[]
  tagged: Record<'highlight_id' | 'tag_id', unknown>[]
  projects: Record<'id' | 'name' | 'description', unknown>[]
}

function gathered(
  { documents, highlights, tags, tagged, projects }: Tables,
  options: ReadingOptions,
): Incoming {
  const gathering = new Gathering(options)
  const { incoming } = gathering
  const [project] = projects
  if (projects.length === 1) {
    incoming.project = { name: words(project!.name), description: words(project!.description) }
  }
  const tagIds = takeTags(tags, gathering)
  const tagsOf = Map.groupBy(tagged, ({ highlight_id }) => words(highlight_id))
  const highlightsOf = Map.groupBy(highlights, ({ document_id }) => words(document_id))
  const annotator = gathering.annotator('Taguette')
  for (const { id, name, description, filename, contents } of documents) {
    const document = words(id)
    const text = readHighlightedHtml(words(contents))
    const [title, file] = [words(name), words(filename)]
    gathering.document({
      ...{ id: document, title: title || file, status: 'to-do', text: text.text },
      metadata: new Map(words(description) === '' ? [] : [['description', words(description)]]),
      source: {
        ...{ name: file || `${title}.html`, mediaType: 'text/html' },
        bytes: new TextEncoder().encode(words(contents)),
      },
      knownAs: [...new Set([title, file])].filter((name) => name !== ''),
    })
    const own = highlightsOf.get(document) ?? []
    highlightsOf.delete(document)
    for (const { id, start_offset, end_offset } of own) {
      const span = text.spanOf(Number(start_offset), Number(end_offset))
      if (span === undefined) {
        gathering.leaveOut(outside)
        continue
      }
      const found = (tagsOf.get(words(id)) ?? []).flatMap(({ tag_id }) => tagIds.get(words(tag_id)) ?? [])
      for (const [index, tag] of (found.length > 0 ? found : [gathering.tag('Highlight')]).entries()) {
        incoming.annotations.push({
          ...{ id: index === 0 ? words(id) : `${words(id)} #${index + 1}`, document, annotator },
          ...{ tag, spans: [span], quote: null, prefix: '', suffix: '', claim: null, speaker: null },
          ...{ attributes: new Map(), confidence: null, note: '', created: unknownMoment },
        })
      }
    }
  }
  for (const { length } of highlightsOf.values()) gathering.leaveOut(outside, length)
  return gathering.finish()
}

const outside = 'highlights outside their text'
