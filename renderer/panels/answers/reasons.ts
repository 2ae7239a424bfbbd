import type { CandidateAnswer, Cue } from '../../../preload/contract/answer.ts'

const mostWords = 6

/** Why a passage was found, as one line: “shares 2 words: tram, pays; number 12; denies: “did not””. */
export function reasonsInWords(candidate: CandidateAnswer): string {
  const { shared, names, numbers, cues, isBeside, repeats, isSameSpeaker } = candidate
  const reasons = [
    shared.length > 0 &&
      `shares ${shared.length === 1 ? 'a word' : `${shared.length} words`}: ${listed(shared)}`,
    names.length > 0 && `${names.length === 1 ? 'name' : 'names'} ${listed(names)}`,
    numbers.length > 0 && `${numbers.length === 1 ? 'number' : 'numbers'} ${listed(numbers)}`,
    inWords('denies', cues, 'denial'),
    inWords('sets against', cues, 'contrast'),
    isBeside && 'stands beside a sentence that shares more',
    repeats && 'says the same',
    isSameSpeaker && 'the same speaker',
  ].filter((reason) => reason !== false)
  const sharesNothing = shared.length + names.length + numbers.length === 0 && !isBeside
  return [...(sharesNothing ? ['about the same matter'] : []), ...reasons].join('; ')
}

function inWords(verb: string, cues: readonly Cue[], kind: Cue['kind']): string | false {
  const own = cues.filter((cue) => cue.kind === kind).map(({ words }) => `“${words}”`)
  return own.length > 0 && `${verb}: ${listed(own)}`
}

function listed(words: readonly string[]): string {
  return words.length > mostWords ? `${words.slice(0, mostWords).join(', ')} …` : words.join(', ')
}
