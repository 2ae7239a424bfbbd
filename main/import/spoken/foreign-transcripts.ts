/** What a file is that cannot be read, as in “This is …”, and what to do about it. */
interface Foreign {
  what: string
  advice: string
}

const captions: readonly (Foreign & { is: RegExp })[] = [
  { is: /^<SAMI[\s>]/i, what: 'a file of captions in SAMI', advice: 'save them as SRT or WebVTT first' },
  {
    is: /^\[Script Info\]/i,
    what: 'a file of captions of SubStation Alpha (ASS or SSA)',
    advice: 'save them as SRT or WebVTT first',
  },
  {
    is: /^\{\d+\}\{\d+\}[^\n]*\n\{\d+\}\{\d+\}/,
    what: 'a file of captions in MicroDVD, whose times are numbers of pictures',
    advice: 'save them as SRT or WebVTT first',
  },
  {
    is: /^File type = "ooTextFile/,
    what: 'a file of Praat (TextGrid)',
    advice: 'save its words as a text file or as subtitles (SRT) first, as ELAN can',
  },
]

/** Captions and transcriptions that would come in as a text full of marks; `start` is the beginning of a file. */
export const foreignCaptions = (start: string): Foreign | undefined =>
  captions.find(({ is }) => is.test(start))

const places =
  /"(?:segments|utterances|transcription|transcripts|paragraphs|monologues|events|channels|words)"\s*:/
const times = /"(?:start|startTime|start_time|tStartMs|ts|time|from|offsets|duration|dDurationMs)"\s*:/

/** A transcript as data: what somebody said, with its times. `start` is the beginning of a JSON file. */
export function foreignTranscript(start: string): Foreign | undefined {
  if (
    /^\{\s*"text"\s*:\s*"(?:<p>|<span)/.test(start) &&
    /"media(?:-time|-source)?"|class=\\"timestamp/.test(start)
  )
    return {
      what: 'a transcript of oTranscribe (.otr)',
      advice: 'open it there and export it as Markdown or plain text',
    }
  const isTranscript = /"transcripts?"\s*:/.test(start) || (places.test(start) && times.test(start))
  if (!isTranscript) return undefined
  return {
    what: 'a transcript as data (JSON), as Whisper and other programs write it',
    advice: 'save it there as subtitles (SRT or WebVTT) or as text',
  }
}
