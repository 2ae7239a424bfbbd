import { type FeatureStructure, textId } from './feature-structures.ts'
import type { TypeSystem } from './types.ts'

/** A CAS as JSON CAS 0.4, one feature structure a line. */
export function* jsonCasPieces(
  types: TypeSystem,
  text: string,
  structures: Iterable<FeatureStructure>,
): Generator<string> {
  yield `{\n"%TYPES":${JSON.stringify(describedTypes(types))},\n"%FEATURE_STRUCTURES":[\n`
  yield JSON.stringify({
    '%ID': textId,
    '%TYPE': 'uima.cas.Sofa',
    sofaNum: 1,
    sofaID: '_InitialView',
    mimeType: 'text',
    sofaString: text,
  })
  const members: number[] = []
  for (const structure of structures) {
    members.push(structure.id)
    yield `,\n${JSON.stringify(entryOf(structure))}`
  }
  yield `\n],\n"%VIEWS":{"_InitialView":{"%SOFA":${textId},"%MEMBERS":[${members.join(',')}]}}\n}\n`
}

function entryOf({ id, type, inText, features }: FeatureStructure): object {
  return Object.fromEntries([
    ['%ID', id],
    ['%TYPE', type],
    ...(inText ? [['@sofa', textId]] : []),
    ...features.map(([name, value]) => (typeof value === 'object' ? [`@${name}`, value.to] : [name, value])),
  ])
}

function describedTypes(types: TypeSystem): object {
  return Object.fromEntries(
    [...types.values()].map(({ name, description, supertype, features }) => [
      name,
      {
        '%NAME': name,
        '%SUPER_TYPE': supertype,
        ...(description === '' ? {} : { '%DESCRIPTION': description }),
        ...Object.fromEntries(
          features.map((feature) => [
            feature.name,
            {
              '%NAME': feature.name,
              ...(feature.description === '' ? {} : { '%DESCRIPTION': feature.description }),
              '%RANGE': feature.range,
            },
          ]),
        ),
      },
    ]),
  )
}
