import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { busyTime } from '../../../db/testing/busy-time.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import { linksUnder } from '../dataset-order.ts'
import { restored } from '../sidecar/restore.ts'
import { filesOnDisk } from '../source/on-disk.ts'
import { sourceFiles as onDisk } from '../source/source-files.ts'
import { unpacked } from '../source/zip-files.ts'
import { tram } from '../testing/tram.ts'
import type { AnnotationFormat, Incoming } from './annotation-format.ts'
import { annotationFormats } from './index.ts'
import { brokenFiles, type Files } from './testing/hostile-files.ts'
import { smallSamples } from './testing/small-samples.ts'
import { sourceFiles } from './testing/source-files.ts'

vi.setConfig({ testTimeout: 120_000 })

const runs = Number(process.env.HOSTILE_RUNS ?? 60)
const longestMs = 5_000
const readers = annotationFormats.filter(({ reader }) => reader)
const samples = new Map<string, Files[]>()
const nameOf = (format: AnnotationFormat): string =>
  `study.${format.makes === 'file' ? format.endings[0] : ''}`

async function written({ writer, ...format }: AnnotationFormat): Promise<Files[]> {
  if (!writer) return []
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-hostile-'))
  try {
    const to = join(folder, nameOf(format))
    await writer.write(tram, to, { signal: new AbortController().signal, progress: () => {} })
    const files = await filesOnDisk(to)
    const source = await unpacked(onDisk(files))
    const all: Record<string, Uint8Array> = {}
    for (const path of source.paths) all[path] = await source.read(path)
    await files.close()
    return [all]
  } finally {
    await rm(folder, { recursive: true })
  }
}

beforeAll(async () => {
  for (const format of readers) {
    const own = smallSamples[format.name]?.()
    const bytes = typeof own === 'string' ? new TextEncoder().encode(own) : own
    samples.set(format.name, [...(await written(format)), ...(bytes ? [{ '': bytes }] : [])])
  }
})

/** What every reader promises, whatever it is given. */
function mustBeSound(incoming: Incoming): void {
  const idsOf = (things: readonly { id: string }[]): Set<string> => {
    const ids = new Set(things.map(({ id }) => id))
    expect(ids.size).toBe(things.length)
    return ids
  }
  const texts = new Map(incoming.documents.map(({ id, text }) => [id, text?.text]))
  const [tags, people, documents] = [incoming.tags, incoming.annotators, incoming.documents].map(idsOf)
  for (const { parent } of incoming.tags) expect(parent === null || tags!.has(parent)).toBe(true)
  const [claims, speakers, types] = [incoming.claims, incoming.speakers, incoming.linkTypes].map(idsOf)
  const [annotations, links] = [incoming.annotations, incoming.links].map(idsOf)
  idsOf(incoming.memos)
  const subjects = {
    document: documents,
    tag: tags,
    speaker: speakers,
    annotation: annotations,
    claim: claims,
    link: links,
  }
  for (const { about, annotator } of incoming.memos) {
    expect(people!.has(annotator)).toBe(true)
    const [[kind, id]] = Object.entries(about) as [[keyof typeof subjects | 'project', string]]
    expect(kind === 'project' || subjects[kind]!.has(id)).toBe(true)
  }
  for (const { tag, annotator, document, claim, speaker, spans } of incoming.annotations) {
    expect(tags!.has(tag) && people!.has(annotator) && documents!.has(document)).toBe(true)
    expect(claim === null || claims!.has(claim)).toBe(true)
    expect(speaker === null || speakers!.has(speaker)).toBe(true)
    const length = texts.get(document)?.length ?? Number.POSITIVE_INFINITY
    for (const { start, end } of spans ?? []) {
      expect(Number.isSafeInteger(start) && Number.isSafeInteger(end)).toBe(true)
      expect(start >= 0 && start < end && end <= length).toBe(true)
    }
  }
  for (const link of incoming.links) {
    expect(types!.has(link.linkType) && people!.has(link.annotator)).toBe(true)
    expect(linksUnder(link).every((id) => links!.has(id))).toBe(true)
    for (const end of [link.source, link.target]) {
      if ('annotation' in end) expect(annotations!.has(end.annotation)).toBe(true)
      if ('claim' in end) expect(claims!.has(end.claim)).toBe(true)
    }
  }
}

describe.each(readers.map((format) => [format.name, format] as const))('%s', (name, format) => {
  it('reads broken files with notes, or refuses them in a sentence', async () => {
    expect(samples.get(name), 'a sample to break').not.toEqual([])
    await fc.assert(
      fc.asyncProperty(brokenFiles(samples.get(name)!), async (files) => {
        const source = sourceFiles(nameOf(format), files)
        const busyMs = busyTime()
        try {
          await format.reader!.recognises(source)
          const incoming = await format.reader!.read(source, { signal: undefined, progress: () => {} })
          mustBeSound(incoming)
          restored(name, incoming, null)
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          expect(error.code).toBe('unreadable')
          expect(error.message).toMatch(/^\S.*[.!?]$/s)
        }
        expect(busyMs()).toBeLessThan(longestMs)
      }),
      { numRuns: runs },
    )
  })
})
