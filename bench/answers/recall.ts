import { candidatesFor } from '../../main/answers/candidates.ts'
import { languages } from '../../main/answers/languages.ts'
import { bestMatches, type Question, usualWeights } from '../../main/answers/rank.ts'
import { SentenceIndex } from '../../main/answers/sentence-index.ts'
import { standardCues } from '../../main/answers/standard-cues.ts'
import type { Span } from '../../preload/contract/text.ts'
import { type LinkedText, linkedTexts } from './pairs.ts'
import { plainBm25 } from './plain-bm25.ts'

type Found = { documentId: number; span: Span }[]
type Way = (question: Question, claim: LinkedText) => Promise<Found>

const deepest = 10

/** Without names, numbers, neighbours and texts: BM25 over word beginnings, still without small words. */
const wordsAlone = { ...usualWeights, name: 1, number: 1, beside: 0, about: 0 }

/**
 * Of how many claims a labelled answer is among the first 5 and the first 10 sentences of the other texts. Every claim
 * counts once; all texts of all disputes and languages lie in one project, as they would.
 */
export async function recallTable(): Promise<string> {
  const texts = linkedTexts()
  const index = new SentenceIndex({
    current: () => texts,
    read: ({ id }) => texts.find((text) => text.id === id)!.text,
  })
  await index.update()
  const textOf = (id: number) => texts.find((text) => text.id === id)!.text
  const cues = languages.map((language) => ({ language, ...standardCues[language], isOwn: false }))
  const spansOf = (found: Awaited<ReturnType<typeof bestMatches>>): Found =>
    found.map(({ text, span }) => ({ documentId: text.id, span }))

  const ways: Record<string, Way> = {
    'candidate answers': (question) => candidatesFor({ index, textOf, cues }, question, { limit: deepest }),
    'the same without cues': (question) =>
      candidatesFor({ index, textOf, cues: [] }, question, { limit: deepest }),
    'BM25, word beginnings': async (question) =>
      spansOf(await bestMatches(index, question, { weights: wordsAlone, limit: deepest })),
    'plain BM25': async (question, claim) => plainBm25(texts, index, question.words, claim.id, deepest),
  }
  const lines: string[] = []
  for (const dispute of ['all', 'plant', 'wind', 'ferry']) {
    const pairs = claimsOf(texts).filter(({ text }) => dispute === 'all' || text.name.startsWith(dispute))
    lines.push(`${dispute === 'all' ? 'All disputes' : dispute}, ${pairs.length} claims`)
    for (const [name, way] of Object.entries(ways)) {
      const ranks = await Promise.all(
        pairs.map(async ({ text, label, span }) => {
          const question = {
            words: text.text.slice(span.start, span.end),
            language: text.language,
            without: new Set([text.id]),
            at: [{ documentId: text.id, start: span.start }],
            names: new Set<string>(),
          }
          const found = await way(question, text)
          return found.findIndex((one) => answers(texts, label, one)) + 1 || Number.POSITIVE_INFINITY
        }),
      )
      lines.push(`  ${name.padEnd(24)}${percent(ranks, 5)}  ${percent(ranks, 10)}`)
    }
    const chance = (depth: number) =>
      pairs.reduce((sum, { text, label }) => {
        const others = index.texts().filter(({ id }) => id !== text.id)
        const all = others.reduce((count, { start }) => count + start.length, 0)
        const right = texts.filter((one) => one.id !== text.id && one.answers.has(label)).length
        return sum + 1 - missed(all, right, depth)
      }, 0) / pairs.length
    lines.push(`  ${'chance'.padEnd(24)}${shown(chance(5))}  ${shown(chance(10))}`)
  }
  const { sentences } = index
  return `recall at 5 and at 10; ${texts.length} texts, ${sentences} sentences\n${lines.join('\n')}`
}

const claimsOf = (texts: readonly LinkedText[]) =>
  texts.flatMap((text) => [...text.claims].map(([label, span]) => ({ text, label, span })))

const answers = (texts: readonly LinkedText[], label: string, { documentId, span }: Found[number]) =>
  texts.some((text) => {
    const wanted = text.id === documentId && text.answers.get(label)
    return wanted && wanted.start < span.end && span.start < wanted.end
  })

/** The likelihood that none of so many right ones is among the first of all in no order. */
function missed(all: number, right: number, depth: number): number {
  let chance = 1
  for (let at = 0; at < depth; at++) chance *= (all - right - at) / (all - at)
  return chance
}

const percent = (ranks: readonly number[], depth: number) =>
  shown(ranks.filter((rank) => rank <= depth).length / ranks.length)
const shown = (share: number) => `${Math.round(share * 100)} %`.padStart(6)
