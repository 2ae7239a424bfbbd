import { elementIn, type XmlElement } from '../../xml/xml-tree.ts'
import type { WordLook } from '../office-text.ts'
import type { MarkShape } from '../text-builder.ts'
import { valueIn, type WordStyles } from './styles.ts'

export interface RunLook extends WordLook {
  hidden: boolean
}

/** How the words of a run look: what it says itself, then what its style says. Emphasis of whole paragraphs is not meant here. */
export function lookOfRun(
  properties: XmlElement | undefined,
  styles: WordStyles,
  link: MarkShape | null,
): RunLook {
  const style = valueIn(properties, 'w:rStyle')
  const from = [
    ...(properties ? [properties] : []),
    ...(style === undefined ? [] : styles.of(style).properties),
  ]
  const isOn = (name: string) => {
    const found = from.map((each) => elementIn(each, name)).find((each) => each !== undefined)
    return found !== undefined && !/^(?:0|false|off|none)$/.test(found.attributes.get('w:val') ?? '')
  }
  const place = from.map((each) => valueIn(each, 'w:vertAlign')).find((each) => each !== undefined)
  const marks: MarkShape[] = link ? [link] : []
  if (isOn('w:b')) marks.push({ kind: 'strong' })
  if (isOn('w:i')) marks.push({ kind: 'em' })
  if (place === 'superscript') marks.push({ kind: 'sup' })
  if (place === 'subscript') marks.push({ kind: 'sub' })
  return { marks, struckOut: isOn('w:strike') || isOn('w:dstrike'), hidden: isOn('w:vanish') }
}
