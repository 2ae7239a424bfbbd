export interface ProjectSizes {
  records: number
  /** Bytes of the longest text. */
  longest: number
  /** Bytes of the project file that are no text: records, their history, imported files. */
  besideTexts: number
  /** Annotations of the document that has most. */
  mostAnnotations: number
}

/** Formats that are written and read back record by record. Beyond the dataset itself little of them is held. */
const recordByRecord = new Set([
  'rejoinder-jsonl',
  'csv',
  'web-annotation',
  'brat',
  'aif',
  'xaif',
  'prodigy',
  'refi-qda',
  'webanno-tsv',
])

/** Of these all annotations of one text are held with all that is said of them, in bytes for each. */
const heldByText = new Map([
  ['webanno-tsv', 8_000],
  ['prodigy', 3_000],
  ['refi-qda', 2_500],
])

/**
 * In megabytes. V8 lets a heap fill with what nobody needs any more by the limit that it is given: without one, most of
 * the memory that an export takes is that. No export needs more than this: some hold every record, and some every word
 * of one text as a record of its own. Beyond what a heap can be, nothing helps.
 *
 * Of 300,000 records what goes record by record needs 180 MB, and gets 270; records with long notes make the file
 * larger, and get more. What few records need is mostly the program.
 */
export function heapFor(
  format: string,
  { records, longest, besideTexts, mostAnnotations }: ProjectSizes,
): number {
  const ofText = Math.ceil(longest / 5_000 + (mostAnnotations * (heldByText.get(format) ?? 0)) / 1_000_000)
  const needed = recordByRecord.has(format)
    ? Math.ceil(Math.max(160, records / 1_000 - 30, besideTexts / 500_000 + 40)) + ofText
    : 800 + Math.ceil(records / 500) + ofText
  return Math.min(needed, 3_800)
}
