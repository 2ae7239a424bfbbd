import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../../../preload/contract/failure.ts'
import type { Dataset } from '../../dataset.ts'
import { mustGoOn } from '../../target.ts'
import type { WritingOptions } from '../../writing-options.ts'
import { card } from './card.ts'
import { checkFolder } from './check-folder.ts'
import { checksumFile, checksumLines, type FileFacts, factsOf, filesBelow } from './checksums.ts'
import { codebookPage } from './codebook-page.ts'
import { croissant } from './croissant.ts'
import { copiesIn } from './find-copies.ts'
import { languagesOf } from './front-matter.ts'
import { prepare } from './prepare.ts'
import { countRows, rowsOf } from './rows.ts'
import { splitGroups } from './splits.ts'
import { usualTerms } from './terms.ts'
import { tiesOf } from './ties.ts'
import { program } from './version.ts'
import { writeTables } from './write-tables.ts'

/**
 * Makes the folder that one can publish, and reads it back. Fails with `internal` when what it reads is not what it
 * wrote.
 */
export async function writePublication(
  whole: Dataset,
  folder: string,
  { signal, progress, terms = usualTerms, note = () => {} }: WritingOptions,
): Promise<string[]> {
  const {
    dataset,
    hiddenStatements,
    lengths,
    sameTexts,
    notes: spoken,
  } = await prepare(whole, terms, { signal })
  const lengthOf = (id: string): number => lengths.get(id) ?? 0
  const ties = tiesOf(dataset, await copiesIn(dataset, { signal, progress }), sameTexts, lengthOf)
  const { splitOf, notes } = splitGroups(ties.groups, terms.shares, terms.seed)
  for (const sentence of [...spoken, ...notes]) note(sentence)

  const material = { dataset, terms, ties, splitOf, hiddenStatements }
  const of = 2 * countRows(material)
  const counts = await writeTables(rowsOf(material), folder, {
    ...{ program, signal },
    progress: (rows) => progress(rows, of, 'Writing the dataset'),
  })
  mustGoOn(signal)
  const published = new Date().toISOString().slice(0, 10)
  const cardMaterial = { dataset, terms, ties, splitNotes: notes, counts, lengthOf, program, published }
  const files = await allFacts(folder)
  const name = dataset.project.name.trim() || 'Dataset'
  const description =
    dataset.project.description.trim() ||
    'Passages of texts with tags of a codebook, claims, and links from claims to what is said against them.'
  const languages = languagesOf(dataset)
  await put(folder, 'codebook.md', codebookPage(dataset))
  await put(folder, 'README.md', card(cardMaterial))
  await put(folder, 'croissant.json', croissant({ name, description, terms, languages, published, files }))
  await put(folder, checksumFile, checksumLines(await allFacts(folder)))

  const problems = await checkFolder(folder, {
    signal,
    progress: (rows) => progress(of / 2 + Math.min(rows, of / 2), of, 'Reading it back'),
  })
  const [first] = problems
  if (first) {
    const where = first.line === undefined ? first.file : `${first.file}:${first.line}`
    throw new Failure(
      'internal',
      `The dataset that was written is not right (${where} ${first.what}). Nothing was kept.`,
    )
  }
  return filesBelow(folder)
}

async function allFacts(folder: string): Promise<Map<string, FileFacts>> {
  const facts = new Map<string, FileFacts>()
  for (const file of await filesBelow(folder)) facts.set(file, await factsOf(join(folder, file)))
  return facts
}

const put = (folder: string, file: string, content: string): Promise<void> =>
  writeFile(join(folder, file), content, { flag: 'wx', flush: true })
