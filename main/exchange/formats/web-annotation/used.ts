import type * as Data from '../../dataset.ts'

/** What some annotation, link or memo names: the rest has no place in a file of web annotations. By id. */
export interface Used {
  annotators: ReadonlySet<string>
  tags: ReadonlySet<string>
  speakers: ReadonlySet<string>
  linkTypes: ReadonlySet<string>
}

export function usedIn({ annotations, links, memos }: Data.Dataset): Used {
  const annotators = new Set<string>()
  const tags = new Set<string>()
  const speakers = new Set<string>()
  const linkTypes = new Set<string>()
  for (const { annotator, tag, speaker } of annotations) {
    annotators.add(annotator)
    tags.add(tag)
    if (speaker !== null) speakers.add(speaker)
  }
  for (const { annotator, linkType } of links) {
    annotators.add(annotator)
    linkTypes.add(linkType)
  }
  for (const { about, annotator } of memos)
    if (isWritten(about, { tags, speakers })) annotators.add(annotator)
  return { annotators, tags, speakers, linkTypes }
}

/** Whether what a memo is about stands in the file. */
export function isWritten(
  about: Data.MemoSubject,
  { tags, speakers }: Pick<Used, 'tags' | 'speakers'>,
): boolean {
  if ('tag' in about) return tags.has(about.tag)
  return 'speaker' in about ? speakers.has(about.speaker) : true
}
