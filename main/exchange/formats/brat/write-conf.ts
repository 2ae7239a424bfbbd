import type { BratCodebook } from './codebook.ts'

/** Says to our own reader that nothing has to be guessed; a comment to brat. */
export const ownMark = '# Rejoinder: one folder for each annotator; texts exactly as they are in the project.'

/**
 * Passages may lie in, on and across one another. Where nothing says so, brat marks each that does as an error when it
 * validates (`verify_entity_overlap` in its verify_annotations.py).
 */
const overlapping = '<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>'

export function annotationConf({ tags, linkTypes, attributes }: BratCodebook): string {
  return lines([
    ownMark,
    '',
    '[entities]',
    ...tags.map(({ depth, typed }) => `${'\t'.repeat(depth)}${typed.type}`),
    '',
    '[relations]',
    ...linkTypes.map(({ linkType, typed }) => {
      const symmetric = linkType.symmetric ? ', <REL-TYPE>:symmetric' : ''
      return `${typed.type} Arg1:<ENTITY>, Arg2:<ENTITY>${symmetric}`
    }),
    overlapping,
    '',
    '[events]',
    '',
    '[attributes]',
    ...attributes.map(({ typed, of, values }) => {
      const choice = values.length === 0 ? '' : `, Value:${values.join('|')}`
      return `${typed.type} Arg:${of.join('|')}${choice}`
    }),
  ])
}

export function visualConf({ tags, linkTypes, attributes }: BratCodebook): string {
  const all = [...tags, ...linkTypes, ...attributes].map(({ typed }) => typed)
  return lines([
    '[labels]',
    ...all.filter(({ type, shown }) => type !== shown).map(({ type, shown }) => `${type} | ${shown}`),
    '',
    '[drawing]',
    'SPAN_DEFAULT fgColor:black, bgColor:lightgreen, borderColor:darken',
    'ARC_DEFAULT color:black, arrowHead:triangle-5',
    ...tags.map(({ tag, typed }) => `${typed.type} bgColor:${tag.color}, fgColor:${inkOn(tag.color)}`),
    ...linkTypes.map(({ linkType, typed }) => `${typed.type} color:${linkType.color}`),
  ])
}

const lines = (all: readonly string[]): string => `${all.join('\n')}\n`

/** Black or white, whichever reads better on the colour. */
function inkOn(color: string): 'black' | 'white' {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return 0.299 * red! + 0.587 * green! + 0.114 * blue! > 140 ? 'black' : 'white'
}
