/** Captions that are no SubRip and say their times in another way; `start` is the beginning of a file. */
export const areOtherCaptions = (start: string): boolean =>
  [sbv, printed, copied, tabled].some((beginning) => beginning.test(start.replace(/^\ufeff?\s*/, '')))

const clock = /\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?/.source

/** 0:00:01.000,0:00:02.000   as YouTube gives them to their owners */
const sbv = /^\d{1,2}:\d{2}:\d{2}\.\d{3},\d{1,2}:\d{2}:\d{2}\.\d{3}[ \t]*\r?\n/
/** [00:00:01.000 --> 00:00:02.000]  words   as Whisper prints them */
const printed = new RegExp(`^\\[${clock} --> ${clock}\\][ \\t]`)
/** 0:00   and the words in the line below, as they are copied from YouTube’s page */
const copied = /^0{1,2}:[0-5]\d[ \t]*\r?\n(?:[ \t\d:.,]*[^\s\d:.,][^\n]*\n\d{1,2}:\d{2}[ \t]*\r?\n){2}/
/** A table of Whisper’s: times in milliseconds, or in seconds where they have a point */
const tabled = /^start([\t,])end\1text[ \t]*\r?\n\d+(?:\.\d+)?\1\d+(?:\.\d+)?\1/

/** The same captions with the times of SubRip, each in a block of its own; any other text as it is. */
export function withTimesOfSubRip(text: string): string {
  const start = text.trimStart().slice(0, 2000)
  if (sbv.test(start))
    return text.replace(/^(\d{1,2}:\d{2}:\d{2}\.\d{3}),(\d{1,2}:\d{2}:\d{2}\.\d{3})[ \t]*$/gm, '$1 --> $2')
  if (printed.test(start)) {
    return text.replace(
      new RegExp(`^\\[(${clock}) --> (${clock})\\][ \\t]*`, 'gm'),
      (_, from: string, to: string) => `\n${withParts(from)} --> ${withParts(to)}\n`,
    )
  }
  if (tabled.test(start)) return fromTable(text)
  return copied.test(start) ? fromCopied(text) : text
}

function fromTable(text: string): string {
  const rows = text.matchAll(
    /^(\d+(?:\.\d+)?)([\t,])(\d+(?:\.\d+)?)\2(?:[ \t]*"((?:[^"]|"")*)"[ \t]*|([^\n]*))$/gm,
  )
  return [...rows]
    .map(([, from, , to, quoted, bare]) => {
      const words = (quoted?.replaceAll('""', '"') ?? bare!).trim().replace(/\n\s*\n/g, '\n')
      return `${clockOfNumber(from!)} --> ${clockOfNumber(to!)}\n${words}`
    })
    .join('\n\n')
}

function clockOfNumber(written: string): string {
  const ms = Math.round(written.includes('.') ? Number(written) * 1000 : Number(written))
  const two = (number: number) => String(number).padStart(2, '0')
  const seconds = Math.floor(ms / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two)
  return `${clock.join(':')}.${String(ms % 1000).padStart(3, '0')}`
}

const withParts = (time: string): string => (/[.,]/.test(time) ? time : `${time}.000`)

/** Each lasts until the next begins. */
function fromCopied(text: string): string {
  const parts = text.split(/^(\d{1,2}:\d{2}(?::\d{2})?)[ \t]*$/m).slice(1)
  const blocks: string[] = []
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const from = withParts(parts[at]!)
    const to = withParts(parts[at + 2] ?? parts[at]!)
    blocks.push(`${from} --> ${to}\n${parts[at + 1]!.replace(/\n\s*\n/g, '\n').trim()}`)
  }
  return blocks.join('\n\n')
}
