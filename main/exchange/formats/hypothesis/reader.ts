import { unknownMoment } from '../../foreign/gathering.ts'
import { listOf, momentOf, objectOf, objectsOf, textOf, textsOf } from '../../foreign/json-fields.ts'
import { filesWith, headOf, linesOrParts } from '../../foreign/json-files.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { JsonObject, JsonValue } from '../../json.ts'
import type { FormatReader } from '../annotation-format.ts'
import { ItemGathering } from '../web-annotation/gather-items.ts'
import type { Item } from '../web-annotation/item.ts'
import { KnownTexts } from '../web-annotation/known-texts.ts'
import { type Aim, aimOf } from '../web-annotation/selectors.ts'

const endings = ['json', 'jsonl']

/** What Hypothesis’s API and its exports give: rows much like web annotations, with tags and replies of their own. */
export const hypothesisReader: FormatReader = {
  sharedEndings: endings,
  leavesTexts: true,

  async recognises(source) {
    for (const path of filesWith(source, ...endings)) {
      const head = await headOf(source, path)
      const isRow = /"(?:RangeSelector|TextQuoteSelector)"/.test(head) || /"user"\s*:\s*"acct:/.test(head)
      if (isRow && !/"(?:@context|motivation|body)"\s*:/.test(head)) return true
    }
    return false
  },

  async read(source, options) {
    const descriptions = { documents: new Map(), claims: new Map() }
    const items = new ItemGathering({ descriptions, texts: new KnownTexts(), fallback: source.name })
    await oneByOne(filesWith(source, ...endings), options, async (path) => {
      for await (const values of linesOrParts(source, path, options, rowsIn)) {
        for (const value of values) for (const row of objectsOf(rowsIn(value))) items.take(itemOf(row))
      }
    })
    return items.finish()
  },
}

/**
 * The rows in a value, however the answer of the API was wrapped; replies may stand beside the rest. A list that is not
 * held stands for its rows.
 */
function rowsIn(value: JsonValue, isLong: (part: JsonValue) => boolean = () => false): JsonValue[] {
  if (isLong(value)) return [value]
  if (Array.isArray(value)) return value.flatMap((one) => rowsIn(one, isLong))
  const object = objectOf(value)
  if (object === undefined) return []
  const isRow = object.has('target') || object.has('uri') || object.has('user')
  return isRow ? [object] : [...object.values()].flatMap((one) => rowsIn(one, isLong))
}

function itemOf(row: JsonObject): Item {
  const note = textOf(row.get('text')) ?? ''
  const uri = textOf(row.get('uri')) ?? ''
  const title = textsOf(objectOf(row.get('document'))?.get('title'))[0] ?? ''
  const about = objectsOf(row.get('target')).map((target) => withSource(aimOf(target), uri, title))
  // A reply names the thread above it, the one it answers last.
  const answered = textsOf(row.get('references')).at(-1)
  const reply: Aim = { source: answered ?? '', title: '', selected: null, isForeign: false }
  const aims = answered === undefined ? about : [reply]
  return {
    iri: textOf(row.get('id')) ?? '',
    creator: personOf(row),
    created: momentOf(row.get('created') ?? row.get('updated')) ?? unknownMoment,
    isLink: false,
    said: {
      tags: textsOf(row.get('tags')).map((name) => ({ name, id: undefined })),
      ...{
        linkTypes: [],
        claim: null,
        speaker: null,
        notes: note === '' ? [] : [note],
        ends: [],
        leftOut: 0,
      },
    },
    aims: aims.length > 0 || uri === '' ? aims : [{ source: uri, title, selected: null, isForeign: false }],
  }
}

function withSource(aim: Aim, uri: string, title: string): Aim {
  const source = aim.source || uri
  return { ...aim, source, title, selected: aim.selected && { ...aim.selected, source } }
}

/** `acct:ada@hypothes.is` is the account; the name shown is a matter of taste. */
function personOf(row: JsonObject): Item['creator'] {
  const account = textOf(row.get('user'))
  if (account === undefined) return null
  const shown = textOf(listOf(objectOf(row.get('user_info'))?.get('display_name'))[0])
  return { id: account, name: shown || account.replace(/^acct:/, '').replace(/@.*$/, '') }
}
