import { textsOf } from '../../foreign/json-fields.ts'
import type { JsonObject } from '../../json.ts'

const medium = /^data:[\w.+-]+\/[\w.+-]+[;,]/

/** What a line holds for its program, or is read on its own. */
const told = [
  ...['text', 'answer', 'tokens', 'spans', 'relations', 'meta', 'options', 'config'],
  ...['image', 'html', 'audio', 'video', 'path', 'view_id', 'sessions', 'versions', 'score', 'priority'],
]

/**
 * What else a line says of its text: its metadata, its labels as a whole, what was chosen for it. `media` counts what
 * is a picture or a sound and no words.
 */
export function factsIn(
  object: JsonObject,
  meta: JsonObject | undefined,
): { said: [name: string, words: string][]; media: number } {
  const said: [string, string][] = []
  let media = 0
  const take = (name: string, value: Parameters<typeof textsOf>[0], isTold: boolean): void => {
    const all = textsOf(value)
    const words = all.filter((one) => !medium.test(one))
    media += all.length - words.length
    if (!isTold && words.length > 0 && words.join('') !== '') said.push([name, words.join(', ')])
  }
  for (const [name, value] of meta ?? []) take(name, value, name === 'document' || name === 'title')
  for (const [name, value] of object) {
    if (name !== 'text') take(name, value, name.startsWith('_') || told.includes(name))
  }
  return { said, media }
}

/** The facts of a document, of which several people may have said different things. */
export class DocumentFacts {
  readonly metadata = new Map<string, string>()

  /** What is said otherwise already stands under the name of who says it now. Tells how many had no place there. */
  add(said: readonly [name: string, words: string][], hand: string): number {
    let lost = 0
    for (const [name, words] of said) {
      const names = [name, `${name} (${hand})`]
      const free = names.find((one) => [undefined, words].includes(this.metadata.get(one)))
      if (free === undefined) lost += 1
      else this.metadata.set(free, words)
    }
    return lost
  }
}
