import { z } from 'zod'
import { Failure } from '../../../../preload/contract/failure.ts'
import type { Cas, CasStructure } from './cas.ts'
import { CasGathering, keepingOf } from './gather-cas.ts'
import { JsonCasParts } from './json-parts.ts'
import { longestValue, tooLong } from './longest.ts'
import type { FeatureDescription, TypeDescription } from './types.ts'

const Structure = z.looseObject({ '%ID': z.number(), '%TYPE': z.string() })
const Described = z.looseObject({ '%NAME': z.string(), '%SUPER_TYPE': z.string() })
const Feature = z.looseObject({
  '%NAME': z.string(),
  '%RANGE': z.string(),
  '%DESCRIPTION': z.string().optional(),
})
const JsonCas = z.looseObject({
  '%TYPES': z.record(z.string(), Described).default({}),
  '%FEATURE_STRUCTURES': z.array(z.unknown()),
})

type Structure = z.infer<typeof Structure>

/** Reads JSON CAS 0.4 piece by piece. */
export async function readJsonCas(pieces: AsyncIterable<Uint8Array>, called: string): Promise<Cas> {
  const parts = new JsonCasParts(called)
  const types = new Map<string, TypeDescription>()
  const taking = new JsonTaking(new CasGathering(types), called)
  for await (const piece of pieces) for (const value of parts.read(piece)) taking.take(value)
  const { value, structures } = parts.outline()
  const given = valid(JsonCas, value, called)
  if (given['%FEATURE_STRUCTURES'][0] !== structures) {
    throw new Failure(
      'unreadable',
      `${called} is no JSON CAS: its %FEATURE_STRUCTURES stand in something else.`,
    )
  }
  for (const [name, described] of Object.entries(given['%TYPES'])) types.set(name, typeOf(name, described))
  return taking.finish()
}

class JsonTaking {
  readonly #gathering: CasGathering
  readonly #called: string
  #count = 0

  constructor(gathering: CasGathering, called: string) {
    this.#gathering = gathering
    this.#called = called
  }

  take(value: unknown): void {
    const one = this.#structure(value)
    const id = String(one['%ID'])
    const type = one['%TYPE']
    if (type === 'uima.cas.Sofa') {
      this.#gathering.view(id, typeof one.sofaString === 'string' ? one.sofaString : null)
      return
    }
    if (!this.#gathering.isNew(id)) {
      throw new Failure('unreadable', `${this.#called}: the %ID ${id} is there twice.`)
    }
    const view = typeof one['@sofa'] === 'number' ? String(one['@sofa']) : undefined
    const keeping = keepingOf(type)
    if (keeping === 'held') this.#gathering.hold(structureOf(id, one, this.#called), view)
    else if (keeping === 'counted') this.#gathering.count(view)
  }

  finish(): Cas {
    return this.#gathering.finish()
  }

  #structure(value: unknown): Structure {
    const at = this.#count++
    const one = value as Partial<Structure> | null
    // What is nearly always so is not worth a copy of it.
    if (typeof one === 'object' && typeof one?.['%ID'] === 'number' && typeof one['%TYPE'] === 'string') {
      return one as Structure
    }
    return valid(Structure, value, this.#called, ['%FEATURE_STRUCTURES', at])
  }
}

function valid<T>(shape: z.ZodType<T>, value: unknown, called: string, at: PropertyKey[] = []): T {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = [...at, ...issue!.path].join(', ') || 'the whole'
  throw new Failure('unreadable', `${called} is no JSON CAS: ${where}: ${issue!.message}.`)
}

/** Null for what is no array, and for arrays of other structures. */
function wordsOfArray({ '%TYPE': type, '%ELEMENTS': elements }: Structure): string | null {
  if (!Array.isArray(elements) || !/^uima\.cas\.(?!FS)[A-Z][A-Za-z]*Array$/.test(type)) return null
  return elements.filter((one) => one !== null && typeof one !== 'object').join(', ')
}

function structureOf(id: string, one: Structure, called: string): CasStructure {
  const structure: CasStructure = {
    id,
    type: one['%TYPE'],
    values: new Map(),
    references: new Map(),
    elements: null,
  }
  const words = wordsOfArray(one)
  if (words === null) structure.elements = idsOf(one['%ELEMENTS'])
  else structure.values.set('elements', words)
  for (const [key, value] of Object.entries(one)) {
    if (key.startsWith('%') || key === '@sofa') continue
    const name = key.replace(/^[@^#]/, '')
    if (key.startsWith('@')) structure.references.set(name, idsOf(value) ?? [])
    else if (typeof value === 'string' && value.length > longestValue) throw tooLong(called)
    else if (['string', 'number', 'boolean'].includes(typeof value)) {
      structure.values.set(name, value as string | number | boolean)
    }
  }
  return structure
}

function idsOf(value: unknown): string[] | null {
  if (typeof value === 'number') return value === 0 ? [] : [String(value)]
  if (!Array.isArray(value)) return null
  return value.filter((one) => typeof one === 'number' && one !== 0).map(String)
}

function typeOf(name: string, described: z.infer<typeof Described>): TypeDescription {
  const features: FeatureDescription[] = []
  for (const [key, value] of Object.entries(described)) {
    const feature = key.startsWith('%') ? undefined : Feature.safeParse(value).data
    if (!feature) continue
    const { '%NAME': called, '%DESCRIPTION': description = '', '%RANGE': range } = feature
    features.push({ name: called, description, range })
  }
  const description = described['%DESCRIPTION']
  return {
    name,
    description: typeof description === 'string' ? description : '',
    supertype: described['%SUPER_TYPE'],
    features,
  }
}
