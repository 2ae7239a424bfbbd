import { z } from 'zod'
import { Failure } from '../../../../preload/contract/failure.ts'
import type { Cas, CasStructure } from './cas.ts'
import { CasGathering, keepingOf } from './gather-cas.ts'
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

/** Reads JSON CAS 0.4, whose whole must be held at once. */
export function readJsonCas(bytes: Uint8Array, called: string): Cas {
  const given = valid(JsonCas, jsonOf(bytes, called), called)
  const types = new Map(
    Object.entries(given['%TYPES']).map(([name, described]) => [name, typeOf(name, described)]),
  )
  const gathering = new CasGathering(types)
  const unread = given['%FEATURE_STRUCTURES']
  for (let at = 0; at < unread.length; at++) {
    const one = valid(Structure, unread[at], called, ['%FEATURE_STRUCTURES', at])
    // There may be millions: none is held twice.
    unread[at] = undefined
    const id = String(one['%ID'])
    if (one['%TYPE'] === 'uima.cas.Sofa') {
      gathering.view(id, typeof one.sofaString === 'string' ? one.sofaString : null)
      continue
    }
    if (!gathering.isNew(id)) throw new Failure('unreadable', `${called}: the %ID ${id} is there twice.`)
    const view = typeof one['@sofa'] === 'number' ? String(one['@sofa']) : undefined
    const keeping = keepingOf(one['%TYPE'])
    if (keeping === 'held') gathering.hold(structureOf(id, one), view)
    else if (keeping === 'counted') gathering.count(view)
  }
  return gathering.finish()
}

function valid<T>(shape: z.ZodType<T>, value: unknown, called: string, at: PropertyKey[] = []): T {
  const parsed = shape.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = [...at, ...issue!.path].join(', ') || 'the whole'
  throw new Failure('unreadable', `${called} is no JSON CAS: ${where}: ${issue!.message}.`)
}

/** Null for what is no array, and for arrays of other structures. */
function wordsOfArray({ '%TYPE': type, '%ELEMENTS': elements }: z.infer<typeof Structure>): string | null {
  if (!Array.isArray(elements) || !/^uima\.cas\.(?!FS)[A-Z][A-Za-z]*Array$/.test(type)) return null
  return elements.filter((one) => one !== null && typeof one !== 'object').join(', ')
}

function jsonOf(bytes: Uint8Array, called: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Failure('unreadable', `${called} is no JSON: ${(error as Error).message}.`)
  }
}

function structureOf(id: string, one: z.infer<typeof Structure>): CasStructure {
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
