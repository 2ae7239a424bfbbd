import type { Block } from './text.ts'

type Turn = Extract<Block, { kind: 'speaker-turn' }>

/** The turns of a text that name whoever speaks, in the order of the text. */
export function namedTurns(blocks: readonly Block[]): Turn[] {
  return blocks.filter((block): block is Turn => block.kind === 'speaker-turn' && block.speaker.trim() !== '')
}

/** Whom the turn around a place names, as the source writes it; '' outside of turns. `at` in the unit of the turns. */
export function speakerOfTurn(turns: readonly Turn[], at: number): string {
  let [low, high] = [0, turns.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (turns[middle]!.start <= at) low = middle + 1
    else high = middle
  }
  const turn = turns[low - 1]
  return turn && at < turn.end ? turn.speaker.trim() : ''
}
