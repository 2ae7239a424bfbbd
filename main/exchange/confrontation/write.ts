import { open } from 'node:fs/promises'
import type { Repositories } from '../../../db/repositories/index.ts'
import type { ConfrontationCopy, ConfrontationFormat } from '../../../preload/contract/confrontation.ts'
import type { ReadingCopy } from '../../../preload/contract/reading-copy.ts'
import type { LiveConfrontations } from '../../confrontation/live.ts'
import type { Task } from '../../project-context.ts'
import { inSlices } from '../../slices.ts'
import { mustGoOn, place } from '../target.ts'
import { type Copied, readCopied } from './copied.ts'
import { confrontationAsCsv } from './to-csv.ts'
import { confrontationAsDocx } from './to-docx.ts'
import { confrontationAsHtml } from './to-html.ts'

/** More rows than this make pages that nothing opens or prints in good time. */
const mostRowsOnPages = 20_000

interface Source {
  repositories: Repositories
  all: LiveConfrontations
}

/** The two columns as a page, for paper or to give away. */
export async function confrontationCopy(
  { repositories, all }: Source,
  copy: ConfrontationCopy,
  fonts: string | null,
): Promise<ReadingCopy> {
  const copied = await readCopied(repositories, all, copy, inSlices(), mostRowsOnPages)
  return confrontationAsHtml(copied, repositories.linkTypes.entries(), fonts)
}

export interface Writing {
  copy: ConfrontationCopy
  format: ConfrontationFormat
  to: string
  replace: boolean
}

/** Writes the two columns into a file; returns its path and how many claims it holds. */
export async function writeConfrontation(
  { repositories, all }: Source,
  { copy, format, to, replace }: Writing,
  { signal, progress }: Task,
): Promise<{ path: string; claims: number }> {
  const most = format === 'csv' ? Number.POSITIVE_INFINITY : mostRowsOnPages
  const copied = await readCopied(repositories, all, copy, inSlices(), most)
  const counted: Copied = { ...copied, each: counting(copied) }
  const write = async (part: string) => {
    const file = await open(part, 'wx')
    try {
      for await (const piece of pieces(counted)) {
        mustGoOn(signal)
        await file.writeFile(piece)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    return ['']
  }
  const [path] = await place([{ to, makes: 'file', write }], { replace, signal })
  return { path: path!, claims: copied.claims + copied.others }

  async function* counting({ each, claims, others }: Copied) {
    let done = 0
    for await (const claim of each) {
      mustGoOn(signal)
      if (done % 100 === 0) progress(done, claims + others, 'Writing the claims')
      done += 1
      yield claim
    }
  }

  async function* pieces(of: Copied): AsyncGenerator<string | Uint8Array> {
    if (format === 'csv') yield* inBatches(confrontationAsCsv(of))
    else if (format === 'docx') yield* confrontationAsDocx(of)
    else yield (await confrontationAsHtml(of, repositories.linkTypes.entries(), null)).html
  }
}

/** Small pieces together, so that not each of them is a write of its own. */
async function* inBatches(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  let waiting = ''
  for await (const piece of pieces) {
    waiting += piece
    if (waiting.length < 65_536) continue
    yield waiting
    waiting = ''
  }
  if (waiting !== '') yield waiting
}
