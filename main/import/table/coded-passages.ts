/** Heads that stand together only in the lists that programs for qualitative analysis make of coded passages. */
const lists: readonly { program: string; heads: readonly string[] }[] = [
  { program: 'MAXQDA', heads: ['document name', 'code', 'segment'] },
  { program: 'MAXQDA', heads: ['dokumentname', 'code', 'segment'] },
  { program: 'ATLAS.ti', heads: ['quotation content', 'document', 'codes'] },
  { program: 'ATLAS.ti', heads: ['zitatinhalt', 'dokument', 'kodes'] },
  { program: 'Dedoose', heads: ['excerpt copy', 'codes applied combined'] },
  { program: 'QualCoder', heads: ['codename', 'filename', 'coded_text'] },
]

/** Whose list of coded passages a table is, by the names of its columns; null for any other table. */
export function programOfCodedPassages(names: readonly string[]): string | null {
  const heads = new Set(names.map((name) => name.trim().toLowerCase()))
  return lists.find((list) => list.heads.every((head) => heads.has(head)))?.program ?? null
}
