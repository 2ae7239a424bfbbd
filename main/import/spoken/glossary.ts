import { countsOfNames, type Label } from './speaker-labels.ts'

/** Who speaks hardly ever begins so, and whoever says what a word means does. */
const definition =
  /^[\s–—-]*(?:an?|the|any(?:one|body|thing)?|some(?:one|body|thing)|those|persons?|people|one (?:who|that)|see(?: also)?|eine?[rs]?|de[rm]|die|das|jemand|personen?|siehe|une?|l[ea]|les|l[’']|celui|celle|personnes?|voir|una?|el|los|las|il|lo|persona|alguien|véase|vedi)(?:\s|$|(?<=[’']))/iu
const leastOfDefinitions = 0.6
/** So many different names in the order of the alphabet are no chance. */
const leastInOrder = 3

/** Whether lines that begin as with speakers may say what words mean: `Teacher: a person who teaches`. */
export function isLikeGlossary(lines: readonly string[], labels: readonly (Label | null)[]): boolean {
  const entries = lines.flatMap((line, at) => {
    const label = labels[at]
    return label ? [{ label, words: line.slice(label.length) }] : []
  })
  if (entries.some(({ label }) => label.time !== null)) return false
  const defining = entries.filter(({ words }) => definition.test(words))
  return (
    defining.length >= entries.length * leastOfDefinitions || areInOrder(entries.map(({ label }) => label))
  )
}

function areInOrder(labels: readonly Label[]): boolean {
  if (countsOfNames(labels).size < leastInOrder) return false
  const { compare } = new Intl.Collator()
  return labels.every(({ speaker }, at) => at === 0 || compare(labels[at - 1]!.speaker, speaker) <= 0)
}
