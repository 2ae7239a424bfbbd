/** What the blocks of a text are: who speaks, since when, and the words. */
export const turnsIn = ({ text, blocks }: { text: string; blocks: { start: number; end: number }[] }) =>
  blocks.map((block) => ({
    ...('speaker' in block && { speaker: block.speaker }),
    ...('time' in block && { time: block.time }),
    text: text.slice(block.start, block.end),
  }))
