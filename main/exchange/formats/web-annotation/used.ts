import type * as Data from '../../dataset.ts'

/** What some annotation, link or memo names: the rest has no place in a file of web annotations. By id. */
export interface Used {
  annotators: ReadonlySet<string>
  tags: ReadonlySet<string>
  speakers: ReadonlySet<string>
  linkTypes: ReadonlySet<string>
}

export function usedIn(dataset: Data.Dataset): Used {
  const { annotations, links } = dataset
  const tags = new Set(annotations.map(({ tag }) => tag))
  const speakers = new Set(annotations.flatMap(({ speaker }) => speaker ?? []))
  const memos = dataset.memos.filter(({ about }) => isWritten(about, { tags, speakers }))
  return {
    annotators: new Set([...annotations, ...links, ...memos].map(({ annotator }) => annotator)),
    tags,
    speakers,
    linkTypes: new Set(links.map(({ linkType }) => linkType)),
  }
}

/** Whether what a memo is about stands in the file. */
export function isWritten(
  about: Data.MemoSubject,
  { tags, speakers }: Pick<Used, 'tags' | 'speakers'>,
): boolean {
  if ('tag' in about) return tags.has(about.tag)
  return 'speaker' in about ? speakers.has(about.speaker) : true
}
