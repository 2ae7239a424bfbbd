import type { ArgumentGraph, Facts, GraphLink } from './graph.ts'

const heads = { for: 'normal', against: 'tee', other: 'vee' } as const

/**
 * A graph in the language of Graphviz, line after line. An edge that another one ends at goes through a point: the first
 * half has its name and no head, the second its head.
 */
export function* dotLines({ title, nodes, links }: ArgumentGraph): Generator<string> {
  yield `digraph ${quoted(title)} {\n`
  yield '  rankdir=BT;\n'
  yield '  node [shape=box, style=rounded, fontname="Helvetica"];\n'
  yield '  edge [fontname="Helvetica", fontsize=10];\n'
  for (const { id, kind, facts } of nodes) {
    const { text = '', ...known } = facts
    const style = kind === 'passage' ? ', style="rounded,dashed"' : ''
    yield `  ${quoted(id)} [label=${quoted(String(text))}${style}${attributesOf(known)}];\n`
  }
  for (const link of links) yield edgesOf(link)
  yield '}\n'
}

function edgesOf({ id, source, target, hasDot, label, stance, symmetric, color, facts }: GraphLink): string {
  const look = `color=${quoted(color)}${stance === 'against' ? ', style=dashed' : ''}`
  const both = symmetric ? `, dir=both, arrowtail=${heads[stance]}` : ''
  const head = `arrowhead=${heads[stance]}`
  const name = `label=${quoted(label)}`
  const known = attributesOf(facts)
  if (!hasDot) return `  ${quoted(source)} -> ${quoted(target)} [${look}, ${name}, ${head}${both}${known}];\n`
  const tail = symmetric ? `dir=back, arrowtail=${heads[stance]}` : 'arrowhead=none'
  return (
    `  ${quoted(id)} [shape=point, width=0.08, label=""${known}];\n` +
    `  ${quoted(source)} -> ${quoted(id)} [${look}, ${name}, ${tail}];\n` +
    `  ${quoted(id)} -> ${quoted(target)} [${look}, ${head}];\n`
  )
}

/** Attributes that Graphviz does not know it leaves alone, for whoever reads them. */
function attributesOf(facts: Facts): string {
  return Object.entries(facts)
    .filter(([name, value]) => value !== '' && name !== 'stance' && name !== 'symmetric')
    .map(([name, value]) => `, ${name}=${quoted(String(value))}`)
    .join('')
}

/** So many characters that Graphviz reads them in one piece, which holds no more than 16,384 bytes. */
const piece = /(?:\\.|[^\\]){4000}/gu

/**
 * In double quotes only these two must be kept from being read as more than they are; lines end as `\n`. Long words go on
 * in the next line behind a backslash.
 */
function quoted(words: string): string {
  return `"${words
    .toWellFormed()
    .replaceAll('\0', '\ufffd')
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/[\s\u0085]+/g, (space) => (/[\r\n\u0085\u2028\u2029]/.test(space) ? '\\n' : space))
    .replace(piece, '$&\\\n')}"`
}
