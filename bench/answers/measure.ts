import type { CurrentText } from '../../db/repositories/documents.ts'
import { candidatesFor } from '../../main/answers/candidates.ts'
import { type IndexedText, SentenceIndex } from '../../main/answers/sentence-index.ts'
import { standardCues } from '../../main/answers/standard-cues.ts'
import { type Figures, table } from '../figures.ts'
import { inTrial } from '../trial.ts'
import { recallTable } from './recall.ts'

const documents = inTrial(50, 10_000)
const sentencesEach = 60
const runs = inTrial(1, 20)

/** How well answers are found, and how fast among 10 million words. Without a window: the index is the project process’s. */
export async function answersTable(): Promise<string> {
  return `${await recallTable()}\n\n${await speedTable()}`
}

async function speedTable(): Promise<string> {
  const random = numbers(7)
  const texts = Array.from({ length: documents }, () => textOf(random))
  const index = new SentenceIndex({
    current: () => texts.map((_, at) => ({ id: at + 1, revisionId: at + 1, language: 'en' }) as CurrentText),
    read: ({ id }) => texts[id - 1]!,
  })
  const textBy = (id: number) => texts[id - 1]!
  const cues = [{ language: 'en', ...standardCues.en, isOwn: false }]

  const reading = await timed(() => index.update())
  const times: number[] = []
  const waits: number[] = []
  for (let run = 0; run < runs; run++) {
    const text: IndexedText = index.texts()[Math.floor(random() * documents)]!
    const at = Math.floor(random() * text.start.length)
    const question = {
      words: textBy(text.id).slice(text.start[at], text.end[at]),
      language: 'en',
      without: new Set([text.id]),
      at: [{ documentId: text.id, start: text.start[at]! }],
      names: new Set<string>(),
    }
    const once = await timed(() => candidatesFor({ index, textOf: textBy, cues }, question, { limit: 30 }))
    times.push(once.ms)
    waits.push(once.longestWait)
  }
  const rows: Figures[] = [
    { name: 'reading all texts, once', times: [reading.ms] },
    { name: 'the longest that other requests wait meanwhile', times: [reading.longestWait] },
    { name: 'candidate answers of one claim', times, goalMs: 200 },
    { name: 'the longest that other requests wait meanwhile, each', times: waits },
  ]
  return `${documents} texts, ${(index.words / 1e6).toFixed(1)} million words, ${index.sentences} sentences\n${table(rows)}`
}

/** How long a work takes, and the longest time in it during which nothing else could be done. */
async function timed(work: () => Promise<unknown>): Promise<{ ms: number; longestWait: number }> {
  let longestWait = 0
  let last = performance.now()
  const watch = setInterval(() => {
    longestWait = Math.max(longestWait, performance.now() - last)
    last = performance.now()
  }, 1)
  const begun = performance.now()
  await work()
  const ms = performance.now() - begun
  clearInterval(watch)
  return { ms, longestWait: Math.max(longestWait, performance.now() - last) }
}

/** Made-up words, the frequent ones as frequent as in a language. */
function textOf(random: () => number): string {
  const sentence = () => {
    const words = Array.from({ length: 8 + Math.floor(random() * 18) }, () => word(random() ** 3))
    return `${words[0]![0]!.toUpperCase()}${words.join(' ').slice(1)}.`
  }
  return Array.from({ length: sentencesEach }, (_, at) => `${sentence()}${at % 5 === 4 ? '\n' : ' '}`).join(
    '',
  )
}

const syllables = 'ba de fi go lu mar nes pol rin sta tre vos wel zan kor mid'.split(' ')

function word(share: number): string {
  let rest = Math.floor(share * 60_000)
  let made = ''
  do {
    made += syllables[rest % syllables.length]
    rest = Math.floor(rest / syllables.length)
  } while (rest > 0)
  return made
}

/** Numbers from 0 to 1 that are the same every time. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
