import type { Merged } from '../../../preload/contract/tag.ts'
import { countOf } from '../../store/counting.ts'

/** What a merging changes, a sentence for each kind of thing; only what there is. */
export function mergeInWords(merged: Merged, name: string): string[] {
  const { annotations, fused, linksGone, linksAgainstRules, valuesMoved, outdated, children, memos } = merged
  const words = [
    annotations === 0
      ? 'No annotation changes.'
      : `${countOf(annotations, 'annotation')} get${annotations === 1 ? 's' : ''} the tag ${name}.`,
  ]
  const say = (count: number, sentence: string) => {
    if (count > 0) words.push(sentence)
  }
  say(
    fused,
    `${countOf(fused, 'annotation')} of these ${fused === 1 ? 'is' : 'are'} made one with another on the same passage.`,
  )
  say(linksGone, `${countOf(linksGone, 'link')} between such annotations ${linksGone === 1 ? 'goes' : 'go'}.`)
  say(
    linksAgainstRules,
    `${countOf(linksAgainstRules, 'link')} will end at a tag of a role that ${linksAgainstRules === 1 ? 'its' : 'their'} type does not join. ${linksAgainstRules === 1 ? 'It stays' : 'They stay'}.`,
  )
  for (const { from, name: attribute, outcome, to } of merged.attributes) {
    if (outcome === 'added') words.push(`The attribute ${attribute} of ${from} is added.`)
    if (outcome === 'united') words.push(`The choices of ${attribute} are united with those of ${from}.`)
    if (outcome === 'renamed')
      words.push(`The attribute ${attribute} of ${from} is of another kind and becomes ${to}.`)
  }
  say(valuesMoved, `${countOf(valuesMoved, 'value')} ${valuesMoved === 1 ? 'moves' : 'move'} to such a name.`)
  say(
    outdated,
    `${countOf(outdated, 'annotation')} ${outdated === 1 ? 'is' : 'are'} marked as made under an older definition.`,
  )
  say(children, `${countOf(children, 'tag')} ${children === 1 ? 'comes' : 'come'} to stand under ${name}.`)
  say(
    merged.examples,
    `${countOf(merged.examples, 'example')} ${merged.examples === 1 ? 'comes' : 'come'} along.`,
  )
  say(memos, `${countOf(memos, 'memo')} ${memos === 1 ? 'comes' : 'come'} along.`)
  if (merged.key !== '') words.push(`${name} gets the key ${merged.key.toUpperCase()}.`)
  const freed = merged.freedKeys.map((key) => key.toUpperCase())
  if (freed.length > 0)
    words.push(
      `The key${freed.length === 1 ? '' : 's'} ${freed.join(', ')} become${freed.length === 1 ? 's' : ''} free.`,
    )
  return words
}
