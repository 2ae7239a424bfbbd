import { xmlAttribute, xmlText } from '../../../xml/xml-text.ts'
import { type FeatureStructure, textId } from './feature-structures.ts'
import {
  casMetadata,
  documentMetaData,
  fieldLayer,
  linkLayer,
  passageLayer,
  sentenceType,
  type TypeSystem,
  tokenType,
} from './types.ts'

/** The namespace of a type’s package, as UIMA writes it, and the prefix for it. */
const packages = new Map(
  [
    [documentMetaData, 'type'],
    [sentenceType, 'type2'],
    [tokenType, 'type2'],
    [casMetadata, 'type3'],
    [fieldLayer, 'custom'],
    [passageLayer, 'custom'],
    [linkLayer, 'custom'],
  ].map(([type, prefix]) => {
    const dot = type!.lastIndexOf('.')
    return [
      type!,
      {
        element: `${prefix}:${type!.slice(dot + 1)}`,
        prefix: prefix!,
        address: `http:///${type!.slice(0, dot).replaceAll('.', '/')}.ecore`,
      },
    ]
  }),
)

/** A CAS as XMI (XML 1.0). Line ends of the text are character references, since bare ones become spaces. */
export function* xmiPieces(text: string, structures: Iterable<FeatureStructure>): Generator<string> {
  const namespaces = new Map([...packages.values()].map(({ prefix, address }) => [prefix, address]))
  const declared = [...namespaces].map(([prefix, address]) => ` xmlns:${prefix}="${address}"`).join('')
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"${declared} xmi:version="2.0">\n    <cas:NULL xmi:id="0"/>\n`
  const members: number[] = []
  for (const structure of structures) {
    members.push(structure.id)
    yield elementOf(structure)
  }
  yield `    <cas:Sofa xmi:id="${textId}" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="`
  yield xmlAttribute(text)
  yield `"/>\n    <cas:View sofa="${textId}" members="${members.join(' ')}"/>\n</xmi:XMI>\n`
}

function elementOf({ id, type, inText, features }: FeatureStructure): string {
  let written = `    <${packages.get(type)!.element} xmi:id="${id}"${inText ? ` sofa="${textId}"` : ''}`
  for (const [name, value] of features) {
    written += ` ${name}="${xmlAttribute(String(typeof value === 'object' ? value.to : value))}"`
  }
  return `${written}/>\n`
}

/** A type system as a UIMA component descriptor. */
export function typeSystemXml(types: TypeSystem): string {
  const described = [...types.values()].map(
    ({ name, description, supertype, features }) => `    <typeDescription>
      <name>${xmlText(name)}</name>
      <description>${xmlText(description)}</description>
      <supertypeName>${xmlText(supertype)}</supertypeName>
      <features>
${features
  .map(
    (feature) => `        <featureDescription>
          <name>${xmlText(feature.name)}</name>
          <description>${xmlText(feature.description)}</description>
          <rangeTypeName>${xmlText(feature.range)}</rangeTypeName>
        </featureDescription>
`,
  )
  .join('')}      </features>
    </typeDescription>
`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <types>
${described.join('')}  </types>
</typeSystemDescription>
`
}
