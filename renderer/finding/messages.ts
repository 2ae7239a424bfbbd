import type { Query } from '../../preload/contract/finding/query.ts'
import type { Stretches } from '../document/index.ts'
import type { Found } from './find-passages.ts'
import type { SentenceBlocks } from './sentences-around.ts'

/** What the page asks of the worker that searches. The text comes first, and once. */
export type Asked =
  | { ask: 'read'; text: string; language: string; query: Query }
  | { ask: 'find'; query: Query }
  | { ask: 'sentences'; passages: Stretches; blocks: SentenceBlocks }

/** To each question but the text one answer, in order. */
export type Answered = { found: Found } | { sentences: Stretches }
