import type { ArgumentMap } from '../../preload/contract/argument-map.ts'
import type { Types } from './as-elk-graph.ts'
import { linksWithDot, nameOf, stanceOf } from './drawing.ts'

const heads = { for: 'normal', against: 'tee', other: 'vee' } as const

/**
 * A map in the language of Graphviz. An edge that another one ends at goes through a point: the first half has its
 * name and no head, the second its head.
 */
export function asDot(map: ArgumentMap, types: Types, title: string): string {
  const dots = linksWithDot(map)
  return [
    `digraph ${quoted(title)} {`,
    '  rankdir=BT;',
    '  node [shape=box, style=rounded, fontname="Helvetica"];',
    '  edge [fontname="Helvetica", fontsize=10];',
    ...map.nodes.map(({ key, claim, text, first }) => {
      const style = claim === null ? ', style="rounded,dashed"' : ''
      // Attributes that Graphviz does not know it leaves alone, for whoever reads them.
      const known = Object.entries(first ?? {})
        .filter(([, value]) => value !== '')
        .map(([name, value]) => `, ${name}=${quoted(value)}`)
      return `  ${quoted(key)} [label=${quoted(text)}${style}${known.join('')}];`
    }),
    ...map.links
      .filter(({ key }) => dots.has(key))
      .map(({ key }) => `  ${quoted(key)} [shape=point, width=0.08, label=""];`),
    ...map.links.flatMap((link) => {
      const type = types.get(link.linkTypeId)!
      const stance = stanceOf(type)
      const look = `color=${quoted(type.color)}${stance === 'against' ? ', style=dashed' : ''}`
      const label = `label=${quoted(nameOf(link, type))}`
      const both = type.symmetric ? `, dir=both, arrowtail=${heads[stance]}` : ''
      const head = `arrowhead=${heads[stance]}`
      const [source, target, own] = [quoted(link.source), quoted(link.target), quoted(link.key)]
      if (!dots.has(link.key)) return [`  ${source} -> ${target} [${look}, ${label}, ${head}${both}];`]
      const tail = type.symmetric ? `dir=back, arrowtail=${heads[stance]}` : 'arrowhead=none'
      return [
        `  ${source} -> ${own} [${look}, ${label}, ${tail}];`,
        `  ${own} -> ${target} [${look}, ${head}];`,
      ]
    }),
    '}',
    '',
  ].join('\n')
}

/** In double quotes only these two must be kept from being read as more than they are; lines end as `\n`. */
function quoted(words: string): string {
  return `"${words
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\s+/g, (space) => (/[\r\n]/.test(space) ? '\\n' : space))}"`
}
