import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CurrentText } from '../../db/repositories/documents.ts'
import type { Span } from '../../preload/contract/text.ts'

/** A text of the hand-linked set, and where its labelled sentences stand. */
export interface LinkedText extends CurrentText {
  name: string
  text: string
  /** By label without its letter. */
  claims: Map<string, Span>
  answers: Map<string, Span>
}

const folder = join(import.meta.dirname, 'texts')
const labelled = /^(?:([ca])(\d+) )?(.+)$/

/**
 * Short texts on three disputes, made up for this: `c7` before a line marks a claim, `a7` a sentence that answers it.
 * The other lines belong to no pair. A claim may have several answers.
 */
export function linkedTexts(): LinkedText[] {
  return readdirSync(folder)
    .sort()
    .map((name, at) => {
      const claims = new Map<string, Span>()
      const answers = new Map<string, Span>()
      let text = ''
      for (const line of readFileSync(join(folder, name), 'utf8').trim().split('\n')) {
        const [, kind, label, words] = labelled.exec(line)!
        const span = { start: text.length, end: text.length + words!.length }
        if (kind) (kind === 'c' ? claims : answers).set(label!, span)
        text += `${words}\n`
      }
      const id = (at + 1) as CurrentText['id']
      const revisionId = (at + 1) as CurrentText['revisionId']
      return { id, revisionId, language: name.split('.')[1]!, name, text, claims, answers }
    })
}
