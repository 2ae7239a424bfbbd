import type { ConcordanceLine, LineOrder } from '../preload/contract/search.ts'
import { type Surroundings, task, withSession } from './with-session.ts'
import { WrongWords } from './wrong-words.ts'

interface SearchOptions {
  limit: string
  sort: LineOrder
  case?: boolean
  accents?: boolean
  tag?: string[]
}

/** Code units of context on each side of a hit. */
const width = 40

/** Prints a concordance: the lines aligned on the hit, then how many there are. */
export async function searchProject(
  project: string,
  query: string,
  options: SearchOptions,
  surroundings: Surroundings,
): Promise<void> {
  const limit = Number(options.limit)
  if (!Number.isInteger(limit) || limit < 0 || limit > 20_000)
    throw new WrongWords('--limit takes a whole number up to 20000.')
  const { terminal } = surroundings
  const { result, titles } = await withSession({ path: project }, surroundings, async ({ handlers }) => {
    const tags = await handlers.tag.list()
    const tagIds = (options.tag ?? []).map((name) => {
      const tag = tags.find((one) => one.name.toLowerCase() === name.toLowerCase() || one.uid === name)
      if (!tag) throw new WrongWords(`There is no tag “${name}” in this project.`)
      return tag.id
    })
    const asked = {
      query,
      matchCase: options.case ?? false,
      matchAccents: options.accents ?? false,
      together: 'paragraph' as const,
      documents: { title: '', fields: [], from: '', until: '' },
      passages:
        tagIds.length === 0
          ? null
          : {
              at: 'in' as const,
              words: 10,
              tagIds,
              speakerIds: [],
              annotatorIds: [],
              link: 'any' as const,
              linkTypeId: null,
            },
    }
    const result = await handlers.search.run({ task, asked, order: options.sort, lines: limit, early: false })
    const documents = await handlers.document.list()
    return {
      result,
      titles: new Map(documents.map(({ id, title, uid, date }) => [id, { title, uid, date }])),
    }
  })
  const { lines, hits, documents, searched, more } = result
  for (const line of lines) terminal.say(`${inColumns(line)}  ${titles.get(line.documentId)?.title ?? ''}`)
  const shown = lines.length < hits ? `; the first ${lines.length} are shown` : ''
  terminal.say(
    `${more ? 'More than ' : ''}${counted(hits, 'hit')} in ${documents.toLocaleString('en')} of ${counted(searched, 'document')}${shown}`,
  )
  terminal.result({
    hits,
    documents,
    searched,
    more,
    lines: lines.map(({ documentId, ...line }) => ({
      document: titles.get(documentId)?.uid,
      title: titles.get(documentId)?.title,
      date: titles.get(documentId)?.date,
      ...line,
    })),
  })
}

function inColumns({ left, hit, right }: ConcordanceLine): string {
  return `${left.slice(-width).padStart(width)}${hit}${right.slice(0, width).padEnd(width)}`
}

const counted = (count: number, noun: string) =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
