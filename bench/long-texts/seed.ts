import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { type App, expect } from '../../e2e/app.ts'
import { annotationsOver, proseOf } from '../text-view/prose.ts'
import { inTrial } from '../trial.ts'

export interface Size {
  words: number
  annotations: number
}

const short: Size = { words: 10_000, annotations: 500 }

export const sizes: readonly Size[] = inTrial(
  [short],
  [short, { words: 100_000, annotations: 5_000 }, { words: 1_000_000, annotations: 50_000 }],
)

export const titleOf = ({ words }: Size): string => `Prose of ${words.toLocaleString('en')} words`
/** A text of a few lines, to come from. */
export const titleOfShort = 'A short text'

const tagCount = 12
/** Keys of tags that the texts come without: a passage is not tagged twice with the same one. */
export const keysToWarmUp = ['6', '7'] as const
export const keysToMeasure = ['8', '9'] as const
const ownKeys = [...keysToWarmUp, ...keysToMeasure]
const created = '2026-01-05T10:00:00.000Z'
const colors = ['#2563eb', '#dc2626', '#ca8a04', '#059669', '#7c3aed', '#0e7490']
const roles = ['claim', 'rebuttal', 'premise', 'none'] as const

/** A new project with generated texts of each size, in the window; one in twenty annotations has a link. */
export async function seedLongTexts(app: App): Promise<void> {
  const path = join(app.folder, 'long.rejoinder.jsonl')
  await writeExchangeFile(path)
  await app.newProject('long')
  await app.chooses([path])
  const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
  const report = await app.request('document.import', { task: 'seeding', paths })
  const failed = report.files.filter((file) => file.problem)
  if (failed.length > 0) throw new Error(failed.map((file) => file.problem).join('\n'))
  await expect(app.page.getByRole('option').filter({ hasText: titleOfShort })).toBeVisible()
}

async function writeExchangeFile(path: string): Promise<void> {
  const file = createWriteStream(path)
  const line = (value: object) => file.write(`${JSON.stringify(value)}\n`) || once(file, 'drain')
  await line({ type: 'project', format: 'rejoinder-jsonl', version: 1, name: 'Long texts', description: '' })
  await line({ type: 'annotator', id: 'a', name: 'Bench' })
  for (let tag = 1; tag <= tagCount + ownKeys.length; tag++) {
    const role = roles[tag % roles.length]
    const key = tag < 6 ? String(tag) : (ownKeys[tag - tagCount - 1] ?? '')
    await line({
      type: 'tag',
      id: `t${tag}`,
      name: `Tag ${tag}`,
      role,
      key,
      color: colors[tag % colors.length],
    })
  }
  await line({ type: 'link-type', id: 'against', name: 'against', symmetric: false, color: '#dc2626' })
  const texts = [{ words: 60, annotations: 0, title: titleOfShort }].concat(
    sizes.map((size) => ({ ...size, title: titleOf(size) })),
  )
  const made = texts.map((text, i) => ({ ...text, id: `d${i}`, prose: proseOf(text.words) }))
  for (const { id, title, prose } of made) {
    const sha256 = createHash('sha256').update(prose.text).digest('hex')
    const source = { name: `${id}.txt`, mediaType: 'text/plain', sha256 }
    const { blocks, text } = prose
    await line({
      type: 'document',
      id,
      title,
      metadata: { language: 'en' },
      status: 'to-do',
      source,
      blocks,
      text,
    })
  }
  const linked: string[] = []
  for (const { id, prose, annotations } of made) {
    const { start, end, tag } = annotationsOver(prose, annotations, tagCount)
    for (let i = 0; i < annotations; i++) {
      const spans = [{ start: start[i]!, end: end[i]! }]
      const quote = [prose.text.slice(start[i]!, end[i]!)]
      const own = { type: 'annotation', id: `${id}-${i}`, document: id, annotator: 'a', tag: `t${tag[i]}` }
      await line({ ...own, spans, utf16: spans, quote, created })
      if (i % 20 === 0) linked.push(`${id}-${i}`)
    }
  }
  for (let i = 1; i < linked.length; i += 2) {
    const ends = { source: { annotation: linked[i] }, target: { annotation: linked[i - 1] } }
    await line({ type: 'link', id: `l${i}`, linkType: 'against', ...ends, annotator: 'a', created })
  }
  file.end()
  await once(file, 'close')
}
