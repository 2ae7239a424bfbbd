import { Failure } from '../../../../preload/contract/failure.ts'
import { ownMark } from './write-conf.ts'

/** What the configuration files say of the types. */
export interface BratConf {
  /** Whether our own export wrote it. */
  isOurs: boolean
  tags: { type: string; parent: string | null; isEvent: boolean }[]
  /** Relations, and the roles that events give to their arguments. */
  linkTypes: Map<string, { symmetric: boolean; isRole?: boolean }>
  attributes: { type: string; of: string[]; values: string[] }[]
  labels: Map<string, string>
  /** Like #2563eb. */
  colors: Map<string, string>
}

/** The relation that brat writes with an asterisk, and that has no direction whatever the configuration says. */
const equivalence = 'Equiv'

/** Lines of the relations that say which passages may lie in which others. */
const isNoRelation = /^(?:<.*>|ENTITY-NESTING)$/

/** Reads `annotation.conf` and `visual.conf`, either of which may be missing. Unknown lines are passed over. */
export function readConf(annotation: string, visual: string): BratConf {
  const conf: BratConf = {
    isOurs: annotation.includes(ownMark),
    tags: [],
    linkTypes: new Map(),
    attributes: [],
    labels: new Map(),
    colors: new Map(),
  }
  const macros = new Map<string, string>()
  const tags = new Set<string>()
  let parents: { depth: number; type: string }[] = []
  const addTag = (type: string, line: string, isEvent: boolean): void => {
    const depth = /^\s*/.exec(line)![0].length
    parents = parents.filter((parent) => parent.depth < depth)
    if (!tags.has(type)) conf.tags.push({ type, parent: parents.at(-1)?.type ?? null, isEvent })
    tags.add(type)
    parents.push({ depth, type })
  }

  for (const { section, line } of linesOf(annotation)) {
    const macro = /^<([^>]+)>=(.*)$/.exec(line)
    if (macro) {
      macros.set(macro[1]!, macro[2]!)
      continue
    }
    const [first = '', ...rest] = line.trim().replace(/^!/, '').split(/\s+/)
    if (first === '') continue
    const args = argumentsOf(rest.join(' '), macros)
    if (section === 'entities' || section === 'spans') addTag(first, line, false)
    if (section === 'events') {
      addTag(first, line, true)
      for (const [role] of args) {
        if (/^<.*>$/.test(role) || conf.linkTypes.has(role)) continue
        conf.linkTypes.set(role, { symmetric: false, isRole: true })
      }
    }
    if (section === 'relations' && !isNoRelation.test(first)) {
      const isStated = args.some(([name, value]) => name === '<REL-TYPE>' && /symmetric/.test(value))
      const symmetric = isStated || (first === equivalence && !conf.isOurs)
      conf.linkTypes.set(first, { symmetric })
    }
    if (section === 'attributes') {
      const named = (name: string) => args.find(([own]) => own === name)?.[1] ?? ''
      conf.attributes.push({
        type: first,
        of: [...new Set(named('Arg').split('|').filter(Boolean))],
        values: named('Value').split('|').filter(Boolean),
      })
    }
    if (section !== 'entities' && section !== 'spans' && section !== 'events') parents = []
  }
  giveToTags(conf)
  for (const { section, line } of linesOf(visual)) {
    if (section === 'labels') {
      const [type, label] = line.split('|').map((part) => part.trim())
      if (type && label) conf.labels.set(type, label)
    }
    const color = /^\s*(\S+)\s.*?\b(?:bgColor|color):(#[0-9a-fA-F]{6})\b/.exec(line)
    if (section === 'drawing' && color) conf.colors.set(color[1]!, color[2]!.toLowerCase())
  }
  return conf
}

/** Several as one. Where two speak of one type, what the first says holds; values of an attribute are all kept. */
export function joinedConfs(confs: readonly BratConf[]): BratConf {
  const joined = readConf('', '')
  const known = new Set<string>()
  const add = <V>(to: Map<string, V>, from: ReadonlyMap<string, V>): void => {
    for (const [type, value] of from) if (!to.has(type)) to.set(type, value)
  }
  for (const conf of confs) {
    joined.tags.push(...conf.tags.filter(({ type }) => !known.has(type)))
    for (const { type } of conf.tags) known.add(type)
    joined.attributes.push(...conf.attributes)
    add(joined.linkTypes, conf.linkTypes)
    add(joined.labels, conf.labels)
    add(joined.colors, conf.colors)
  }
  return joined
}

function* linesOf(conf: string): Generator<{ section: string; line: string }> {
  let section = ''
  for (const line of conf.split(/\r?\n/)) {
    const heading = /^\[(.*)\]\s*$/.exec(line)
    if (heading) section = heading[1]!.toLowerCase()
    else if (!/^\s*(?:#|-+\s*$|$)/.test(line)) yield { section, line }
  }
}

/** `Theme:Protein, Cause?:<EVENT>|Protein` as pairs; how often a role may come is left out. */
function argumentsOf(words: string, macros: ReadonlyMap<string, string>): [string, string][] {
  const expanded = words.replace(/<([^>]+)>/g, (whole, name) => macros.get(name) ?? whole)
  return expanded.split(',').flatMap((part): [string, string][] => {
    const colon = part.indexOf(':')
    if (colon < 0) return []
    return [
      [
        part
          .slice(0, colon)
          .trim()
          .replace(/[?*+]|\{.*\}$/g, ''),
        part.slice(colon + 1).trim(),
      ],
    ]
  })
}

/**
 * Puts the tags in the place of `<ANY>` and the like. Each tag has its attributes with their values for itself: fails
 * with `unreadable` where that is more than anybody has.
 */
function giveToTags(conf: BratConf): void {
  let given = 0
  for (const attribute of conf.attributes) {
    attribute.of = attribute.of.flatMap((type) => typesOf(type, conf))
    given += attribute.of.length * (1 + attribute.values.length)
    if (given <= mostGiven) continue
    const [tags, values] = [attribute.of, attribute.values].map(({ length }) => length.toLocaleString('en'))
    throw new Failure(
      'unreadable',
      `annotation.conf gives the attribute “${nameFor(attribute.type)}” with ${values} values to ${tags} types. All types together may have ${mostGiven.toLocaleString('en')} attributes and values: leave out of it what these texts do not need.`,
    )
  }
}

/** Attributes and values of all tags together. */
const mostGiven = 1_000_000

const nameFor = (type: string): string => (type.length > 60 ? `${type.slice(0, 60)}…` : type)

function typesOf(type: string, { tags }: BratConf): string[] {
  if (!/^<.*>$/.test(type)) return [type]
  return tags
    .filter(({ isEvent }) => type === '<ANY>' || isEvent === (type === '<EVENT>'))
    .map((tag) => tag.type)
}
