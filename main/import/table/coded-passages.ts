const asProject = 'export the project as REFI-QDA (.qdpx) there, and import that'

/** Heads that stand together only in the lists that other programs make of coded passages. */
const lists: readonly { program: string; heads: readonly string[]; advice: string }[] = [
  { program: 'MAXQDA', heads: ['document name', 'code', 'segment'], advice: asProject },
  { program: 'MAXQDA', heads: ['dokumentname', 'code', 'segment'], advice: asProject },
  { program: 'ATLAS.ti', heads: ['quotation content', 'document', 'codes'], advice: asProject },
  { program: 'ATLAS.ti', heads: ['zitatinhalt', 'dokument', 'kodes'], advice: asProject },
  { program: 'Dedoose', heads: ['excerpt copy', 'codes applied combined'], advice: asProject },
  { program: 'QualCoder', heads: ['codename', 'filename', 'coded_text'], advice: asProject },
  {
    program: 'Hypothesis',
    heads: ['annotation/reply type', 'quote'],
    advice: 'export them as JSON there, and import that',
  },
]

/** What to say of a table whose rows are coded passages, by the names of its columns; null for any other table. */
export function noteOnCodedPassages(names: readonly string[]): string | null {
  const heads = new Set(names.map((name) => name.trim().toLowerCase()))
  const list = lists.find((list) => list.heads.every((head) => heads.has(head)))
  if (!list) return null
  return `These seem to be passages that ${list.program} lists with their codes: each came in as a text of its own. To have them in their texts, ${list.advice}.`
}
