import type { Kind } from '../../../../db/repositories/dataset.ts'
import type * as Data from '../../dataset.ts'
import type { Guids } from './guids.ts'

export interface Note {
  guid: string
  /** How programs list it: the beginning of what it says. */
  name: string
  annotator: string
  created: string
  text: string
  isOfLink: boolean
}

/** Memos, and the notes of links, which have no other place; and what each is about. */
export class Notes {
  readonly all: Note[] = []
  readonly onProject: string[] = []
  /** Whether any note is of a kind that has to be marked. */
  readonly marks: boolean
  #about = new Map<string, string[]>()

  constructor({ memos, links, claims }: Data.Dataset, guids: Guids) {
    for (const link of links) {
      if (link.note === '') continue
      const guid = guids.derived('note', guids.of('link', link.id))
      this.#put('link', link.id, guid)
      this.all.push({ ...noteOf(guid, link.note, link), isOfLink: true })
    }
    for (const memo of memos) {
      const guid = guids.of('memo', memo.id)
      const { about } = memo
      if (isUnplaced(memo)) continue
      if ('project' in about) this.onProject.push(guid)
      else {
        const [kind, id] = Object.entries(about)[0] as [Kind, string]
        this.#put(kind, id, guid)
      }
      this.all.push({ ...noteOf(guid, memo.text, memo), isOfLink: false })
    }
    this.marks = claims.length > 0 || this.all.some(({ isOfLink }) => isOfLink)
  }

  about(kind: Kind, id: string): readonly string[] {
    return this.#about.get(`${kind} ${id}`) ?? []
  }

  #put(kind: Kind, id: string, guid: string): void {
    const key = `${kind} ${id}`
    const known = this.#about.get(key)
    if (known) known.push(guid)
    else this.#about.set(key, [guid])
  }
}

/** A case, which is what a speaker becomes, cannot have a note. */
export const isUnplaced = ({ about }: Data.Memo): boolean => 'speaker' in about

function noteOf(guid: string, text: string, by: { annotator: string; created: string }) {
  return { guid, name: firstWords(text), annotator: by.annotator, created: by.created, text }
}

/** The beginning of the first line, no longer than a list shows. */
export function firstWords(text: string): string {
  const end = text.search(/[\r\n]/)
  const line = end < 0 ? text : text.slice(0, end)
  if (line.length <= 60) return line
  return line.slice(0, 60).replace(/[\ud800-\udbff]$/, '')
}
