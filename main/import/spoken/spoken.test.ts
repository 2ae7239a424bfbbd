import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStructure } from '../../../preload/contract/check-structure.ts'
import { recognise } from '../recognise.ts'
import { readCues } from './cues.ts'
import { parseSubtitles } from './subtitles.ts'
import { readTranscript } from './transcript.ts'

const turnsIn = ({ text, blocks }: { text: string; blocks: { start: number; end: number }[] }) =>
  blocks.map((block) => ({
    ...('speaker' in block && { speaker: block.speaker }),
    ...('time' in block && { time: block.time }),
    text: text.slice(block.start, block.end),
  }))

test('joins subtitles of one speaker to turns, with the time each begins at', () => {
  const parsed = parseSubtitles(
    'WEBVTT\n\nNOTE made by hand\n\n1\n00:01.000 --> 00:03.000\n<v Ada>The tram &amp; the\nbus\n\n00:03.000 --> 00:05.000 align:start\n<v Ada>pay for <i>themselves</i>.\n\n00:05.500 --> 00:06.000\n<v Ben>No.',
    'debate.vtt',
  )
  expect(turnsIn(parsed)).toEqual([
    { speaker: 'Ada', time: '00:01', text: 'The tram & the bus pay for themselves.' },
    { speaker: 'Ben', time: '00:05', text: 'No.' },
  ])
  expect(parsed.notes).toEqual([
    '3 subtitles became 2 turns: those of one speaker are joined up to the end of a sentence.',
    'Left out: 1 comment or style.',
  ])
})

test.each([
  ['tabs', 'start\tend\ttext\n0\t1500\tThe tram\n1500\t3661000\tis "late".\n'],
  ['commas', 'start,end,text\n0,1500," The tram"\n1500,3661000," is ""late""."\n'],
  ['seconds', 'start\tend\ttext\n0.0\t1.5\tThe tram\n1.5\t3661.0\tis "late".\n'],
])('takes a table of Whisper for captions: %s', (_, table) => {
  expect(recognise(Buffer.from(table), 'a.tsv')).toBe('srt')
  const { cues } = readCues(table)
  expect(cues.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([
    [0, 1500, 'The tram'],
    [1500, 3_661_000, 'is "late".'],
  ])
})

test('keeps what stands in a caption below a line of spaces, and counts words without a time', () => {
  const vtt =
    'WEBVTT\n\nNOTE by hand\n\n00:01.000 --> 00:02.000\nIt pays.\n \nIt does.\n \n00:03.000 --> 00:04.000\nNo.\n\nlost\n'
  const parsed = parseSubtitles(vtt, 'a.vtt')
  expect(parsed.text).toBe('It pays. It does. No.')
  expect(parsed.notes.slice(1)).toEqual([
    'Left out: 1 comment or style.',
    'Left out: 1 piece of words without a time.',
  ])
})

test('takes names in capitals and dashes of SubRip for changes of the speaker', () => {
  const srt =
    '1\n00:00:01,000 --> 00:00:02,000\nMAYOR: It is\n\n2\n00:00:02,000 --> 00:00:03,000\nbuilt.\n\n3\n01:00:04,000 --> 01:00:05,000\n- Is it?\n'
  expect(turnsIn(parseSubtitles(srt, 'a.srt'))).toEqual([
    { speaker: 'MAYOR', time: '00:01', text: 'It is built.' },
    { speaker: '', time: '1:00:04', text: '- Is it?' },
  ])
})

test('says once what captions that roll up show again, and leaves what is said again', () => {
  const shown = [
    ['good evening and welcome'],
    ['good evening and welcome', 'to the council'],
    ['to the council'],
    ['to the council', '>> thank you'],
    ['>> thank you', 'no'],
  ]
  const cues = shown.map((lines, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${lines.join('\n')}`)
  const parsed = parseSubtitles(`WEBVTT\n\n${cues.join('\n\n')}`, 'meeting.vtt')
  expect(parsed.text).toBe('good evening and welcome to the council\n>> thank you no')
  expect(parsed.notes[0]).toBe('Left out: 4 lines that the captions show again while they roll up.')

  for (const said of [
    ['No.', 'No.', 'Never.', 'Yes.', 'Well.', 'No.'],
    ['[applause]', '[applause]', '[applause]', '[applause]', 'We begin.', 'We begin.'],
  ]) {
    const srt = said.map((line, at) => `${at}\n00:00:0${at},000 --> 00:00:0${at + 1},000\n${line}`)
    expect(parseSubtitles(srt.join('\n\n'), 'a.srt').text).toBe(said.join(' '))
  }
})

test('takes names that most captions begin with for speakers, and others for words', () => {
  const lines = [
    'Dana Vane: Good morning.',
    'Maria Ortiz: Shall we?',
    'Maria Ortiz: I have 3: fares.',
    'And noise.',
  ]
  const vtt = (said: string[]) =>
    `WEBVTT\n\n${said.map((line, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${line}`).join('\n\n')}`
  expect(turnsIn(parseSubtitles(vtt(lines), 'call.vtt'))).toEqual([
    { speaker: 'Dana Vane', time: '00:00', text: 'Good morning.' },
    { speaker: 'Maria Ortiz', time: '00:01', text: 'Shall we? I have 3: fares. And noise.' },
  ])
  const more = [...lines, 'My point is this: trams pay.', 'Ina van Dam: And noise?', 'Dana Vane: Yes.']
  expect(turnsIn(parseSubtitles(vtt(more), 'call.vtt')).slice(1)).toEqual([
    {
      speaker: 'Maria Ortiz',
      time: '00:01',
      text: 'Shall we? I have 3: fares. And noise.',
    },
    { speaker: '', time: '00:04', text: 'My point is this: trams pay.' },
    { speaker: 'Ina van Dam', time: '00:05', text: 'And noise?' },
    { speaker: 'Dana Vane', time: '00:06', text: 'Yes.' },
  ])
  const film = ['Remember: we go at nine.', 'Fine.', 'And bring the map.']
  expect(parseSubtitles(vtt(film), 'film.vtt').text).toBe(film.join(' '))
})

test('gives captions of who speaks once, under a name that may be a phrase, to nobody rather than to who spoke before', () => {
  const srt = (said: string[]) =>
    said.map((line, at) => `${at}\n00:00:0${at},000 --> 00:00:0${at + 1},000\n${line}`).join('\n\n')
  const said = ['It pays.', 'That is', 'a lie.', 'Order.']
  for (const [chair, mayor] of [
    ['Chair', 'Mayor'],
    ['CHAIR', 'MAYOR'],
  ] as const) {
    const lines = [
      `${chair}: Yes?`,
      `${mayor}: ${said[0]}`,
      `Man in the audience: ${said[1]}`,
      said[2]!,
      `${chair}: ${said[3]}`,
      `${mayor}: It does.`,
    ]
    const parsed = parseSubtitles(srt(lines), 'meeting.srt')
    expect(turnsIn(parsed).slice(1, 4)).toEqual([
      { speaker: mayor, time: '00:01', text: 'It pays.' },
      { speaker: '', time: '00:02', text: 'Man in the audience: That is a lie.' },
      { speaker: chair, time: '00:04', text: 'Order.' },
    ])
    expect(parsed.notes.join()).toContain('Given to no speaker: 1 line')
  }
  const film = parseSubtitles(srt(['It comes to this: we go.', 'At nine.']), 'film.srt')
  expect([film.blocks.length, film.notes.join()]).toEqual([1, expect.not.stringContaining('Given to no')])
})

test('takes a name with a time in a line of its own for the head of a turn', () => {
  const found = readTranscript(
    'Hearing\n\nMayor Ortiz  00:01\nGood evening.\n\nDana Vane  00:09\nIt does not pay.\n\nMayor Ortiz  1:00:31\nSo.\n',
    false,
  )
  expect(found?.isDoubtful).toBe(false)
  expect(turnsIn(found!.structured)).toEqual([
    { text: 'Hearing' },
    { speaker: 'Mayor Ortiz', time: '00:01', text: 'Good evening.' },
    { speaker: 'Dana Vane', time: '00:09', text: 'It does not pay.' },
    { speaker: 'Mayor Ortiz', time: '1:00:31', text: 'So.' },
  ])
})

test('doubts names with times that are the hours of a day, and passes them over beside others', () => {
  const diary =
    'Monday 9:00\nWe heard the mayor.\n\nTuesday 9:00\nRain.\n\nMonday 14:30\nAgain.\n\nTuesday 14:30\nLetters.\n'
  expect(readTranscript(diary, false)?.isDoubtful).toBe(true)
  expect(readTranscript('Bar 0:30\na\nPub 0:10\nb\nBar 0:50\nc\nPub 1:30\nd\n', false)?.isDoubtful).toBe(true)

  const hearing = readTranscript('MAYOR: It pays.\nLunch 12:00\nADA: Never.\nMAYOR: It does.', false)
  expect(hearing?.isDoubtful).toBe(false)
  expect(turnsIn(hearing!.structured)[0]).toMatchObject({ speaker: 'MAYOR', text: 'It pays.\nLunch 12:00' })
})

test('takes no time of a place, no remark and no phrase for a speaker, whether it is asked to or not', () => {
  const call =
    'Moscow: 00:49\nLondon: 22:49\nNote: 12:30\nConsular queries: call us.\nQuestion: Does it pay?\nAda: It does.\nQuestion: When?\nAda: Now.'
  for (const wanted of [false, true]) {
    const turns = turnsIn(readTranscript(call, wanted)!.structured)
    expect(turns.flatMap(({ speaker }) => speaker || [])).toEqual(['Question', 'Ada', 'Question', 'Ada'])
  }
  expect(readTranscript('Moscow: 00:49\nLondon: 22:49\nIt pays.', true)).toBeNull()
  expect(readTranscript('My point is this: it pays.', true)).not.toBeNull()

  const timed = readTranscript('Ada: 00:03\nIt pays.\nBen: 00:09\nNo.\nAda: 00:12\nYes.', false)!
  expect(timed.isDoubtful).toBe(false)
  expect(turnsIn(timed.structured)).toMatchObject([
    { speaker: 'Ada', time: '00:03', text: 'It pays.' },
    { speaker: 'Ben', time: '00:09', text: 'No.' },
    { speaker: 'Ada', time: '00:12', text: 'Yes.' },
  ])
})

test('takes no time in a caption and no remark for words of a speaker', () => {
  const said = [
    'Ada: Hello.',
    'Ben: Yes?',
    'Moscow: 00:49',
    'Ada: Soon.',
    'LONDON: 22:49',
    'NOTE: It rains.',
    'Ben: No.',
  ]
  const srt = said.map((line, at) => `${at}\n00:01:0${at},000 --> 00:01:0${at + 1},000\n${line}`)
  const speakers = turnsIn(parseSubtitles(srt.join('\n\n'), 'x.srt')).map(({ speaker }) => speaker)
  expect(new Set(speakers)).toEqual(new Set(['Ada', 'Ben']))
})

test('refuses a file without a subtitle', () => {
  expect(() => parseSubtitles('WEBVTT\n', 'a.vtt')).toThrow('There is no subtitle in this file.')
})

test.each([
  ['MAYOR: The tram pays.\nADA: Never.\nMAYOR: It does.', false, ['MAYOR', 'ADA', 'MAYOR']],
  [
    '[00:01:02] Ada Byron: The tram pays.\n[00:01:09] Ben: No.\n[00:01:12] Ben: Never.',
    false,
    ['Ada Byron', 'Ben', 'Ben'],
  ],
  ['Q. Did it pay?\nA. It did.\nQ. When?\nA. In May.', false, ['Q', 'A', 'Q', 'A']],
  ['Ada: The tram pays.\nand on\nBen: No.\nAda: Yes.', true, ['Ada', 'Ben', 'Ada']],
])('reads %j as turns', (text, isDoubtful, speakers) => {
  const transcript = readTranscript(text, false)
  expect(transcript?.isDoubtful).toBe(isDoubtful)
  expect(turnsIn(transcript!.structured).map(({ speaker }) => speaker)).toEqual(speakers)
})

test.each([
  'Subject: Tram\nFrom: Ada\nTo: Ben\n\nIt pays.',
  'BYLINE: Ada\nLENGTH: 9 words\nIt pays.\nLOAD-DATE: May 3\n\nBYLINE: Ben\nLENGTH: 7 words\nNo.\nLOAD-DATE: May 4',
  'One reason: money.\nAnother: noise.',
  'Plain text.',
])('leaves %j a text', (text) => {
  expect(readTranscript(text, false)).toBeNull()
})

test('gives a sound structure for any lines, and keeps all words that are no label', () => {
  const line = fc.oneof(
    fc.constantFrom('Ada: Yes.', 'Ben: No.', '[00:01] Ada: 🚋', '', '  on it goes '),
    fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', '').replaceAll('\n', '')),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const transcript = readTranscript(lines.join('\n'), true)
      if (!transcript) return
      expect(checkStructure(transcript.structured)).toEqual([])
    }),
  )
})

test('begins a new caption at a line of times, with or without a blank line before it', () => {
  const vtt =
    'WEBVTT\n\n00:01.000 --> 00:02.000\nWe <c>ride</c>\n00:02.000 --> 00:03.000 align:start\nthe<00:02.500><c> tram</c>\n\n00:03.000 --> 00:04.000\n00:03.000 --> 00:04.000\nhome.'
  const srt =
    '1\n00:00:01,000 --> 00:00:02,000\nWe ride\n2\n00:00:02,000 --> 00:00:03,000\nthe tram\n3\n00:00:03,000 --> 00:00:04,000\nhome.'
  for (const [text, name] of [
    [vtt, 'x.vtt'],
    [srt, 'x.srt'],
  ] as const)
    expect(turnsIn(parseSubtitles(text, name))).toEqual([
      { speaker: '', time: '00:01', text: 'We ride the tram home.' },
    ])
})

test('reads any number of captions without blank lines between them', () => {
  const captions = Array.from(
    { length: 50_000 },
    (_, at) => `${at}\n00:00:01,000 --> 00:00:02,000\nTram ${at}`,
  )
  const { cues } = readCues(captions.join('\n'))
  expect(cues).toHaveLength(captions.length)
  expect(cues.at(-1)?.text).toBe('Tram 49999')
})

test('gives the words of who speaks once, under a name that may be a phrase, to nobody rather than to who spoke before', () => {
  const meeting =
    'Chair: Yes?\nMayor: It pays.\nMan in the audience: That is a lie.\nShame!\nChair: Order.\nMayor: It does.'
  for (const wanted of [false, true]) {
    const { structured, notes } = readTranscript(meeting, wanted)!
    expect(turnsIn(structured)).toEqual([
      { speaker: 'Chair', time: null, text: 'Yes?' },
      { speaker: 'Mayor', time: null, text: 'It pays.' },
      { text: 'Man in the audience: That is a lie.' },
      { text: 'Shame!' },
      { speaker: 'Chair', time: null, text: 'Order.' },
      { speaker: 'Mayor', time: null, text: 'It does.' },
    ])
    expect(notes[1]).toContain('Given to no speaker: 1 line')
    expect(notes[1]).toContain('“Man in the audience:”')
  }
  const timed =
    '[00:01] Ada: Well.\nMy point is this: it pays.\n[00:05] Ben: No.\n[00:09] Ada: Yes.\n[00:12] Ben: No.'
  expect(turnsIn(readTranscript(timed, false)!.structured)[0]).toMatchObject({
    speaker: 'Ada',
    text: 'Well.\nMy point is this: it pays.',
  })
})

test.each([
  // Printed by programs that tell voices apart.
  [
    '[SPEAKER_00]: It pays.\n[SPEAKER_01]: No.\n[SPEAKER_00]: It does.',
    ['SPEAKER_00', 'SPEAKER_01', 'SPEAKER_00'],
  ],
  ['Speaker A: It pays.\n\nSpeaker B: No.\n\nSpeaker A: It does.', ['Speaker A', 'Speaker B', 'Speaker A']],
  ['I: Does it pay?\nP07: No.\nI: Why?\nP07: The bridge.', ['I', 'P07', 'I', 'P07']],
  [
    '[00:00:01.820] - Ada\nIt pays.\n\n[00:00:05.120] - Ben\nNo.\n\n[00:00:09.000] - Ada\nYes.',
    ['Ada', 'Ben', 'Ada'],
  ],
  ['#00:00:05-2# I: Does it?\n#00:00:09-1# B1: No.\n#00:00:14-8# I: Why?', ['I', 'B1', 'I']],
  // Chats.
  [
    '[05.05.21, 10:02:11] Ada B.: It pays.\n\u200e[05.05.21, 10:03:12] Ben: No.\n[05.05.21, 10:04:00] Ben: Never.',
    ['Ada B.', 'Ben', 'Ben'],
  ],
  [
    '10:02:11 From Ada B. to Everyone:\n\tIt pays.\n10:02:50 From Ben to Ada B.(Direct Message):\n\tNo.\n10:03:10\t From Ben : Never.',
    ['Ada B.', 'Ben', 'Ben'],
  ],
  // Parliaments and broadcasters.
  [
    'The Speaker :\nOrder.\nMr. Ben Vane (Elmwood, Lib.) :\nIt pays.\nIt does.\nThe Speaker :\nOrder.',
    ['The Speaker', 'Mr. Ben Vane (Elmwood, Lib.)', 'The Speaker'],
  ],
  [
    'Präsidentin Ada Au:\nBitte.\nBen Berg (BÜNDNIS 90/DIE GRÜNEN):\nNein.\nPräsidentin Ada Au:\nDanke.',
    ['Präsidentin Ada Au', 'Ben Berg (BÜNDNIS 90/DIE GRÜNEN)', 'Präsidentin Ada Au'],
  ],
  [
    '  Mr. VANE. Mr. President: it pays.\n  Ms. DE LA CRUZ of New York. No.\n  The PRESIDING OFFICER. Order.\n  Mr. VANE. It does.',
    ['Mr. VANE', 'Ms. DE LA CRUZ of New York', 'The PRESIDING OFFICER', 'Mr. VANE'],
  ],
  [
    'M. le président. La parole est à Mme Ada Roche.\nMme Ada Roche. Non.\nM. Ben de Vaux, ministre des transports. Si.\nM. le président. Merci.\nMme Ada Roche. Non.',
    [
      'M. le président',
      'Mme Ada Roche',
      'M. Ben de Vaux, ministre des transports',
      'M. le président',
      'Mme Ada Roche',
    ],
  ],
  [
    'ADA AU, HOST: It pays.\nVANE (voice-over): No.\nVANE: Never.\nAU: Why?\nAU: So?',
    ['ADA AU, HOST', 'VANE', 'VANE', 'AU', 'AU'],
  ],
])('is sure of who speaks in %j', (text, speakers) => {
  const transcript = readTranscript(text, false)
  expect(transcript?.isDoubtful).toBe(false)
  expect(turnsIn(transcript!.structured).map(({ speaker }) => speaker)).toEqual(speakers)
})

test('keeps how a voice is heard with its words, and the heads of a transcript out of the turns', () => {
  const text =
    'Project: Tram\nDuration: 45 minutes\n[00:01] Ada (on camera): It pays.\n[00:09] Ben: No.\n[00:12] Ada: Yes.'
  expect(turnsIn(readTranscript(text, false)!.structured)).toEqual([
    { text: 'Project: Tram' },
    { text: 'Duration: 45 minutes' },
    { speaker: 'Ada', time: '00:01', text: '(on camera) It pays.' },
    { speaker: 'Ben', time: '00:09', text: 'No.' },
    { speaker: 'Ada', time: '00:12', text: 'Yes.' },
  ])
})

test.each([
  'Mr. Vane came. He said no.\nMr. Vane went. Good.\nMs. Au stayed. Why?',
  'Costs (planned): 4\nCosts (so far): 5\nCosts (planned): 6\nNothing (as before): 0',
])('is not sure of who speaks in %j', (text) => {
  expect(readTranscript(text, false)?.isDoubtful ?? true).toBe(true)
})

test.each([
  ['0:00:01.000,0:00:02.500\n>> ADA: It pays\n\n0:00:02.500,0:00:04.000\nfor itself.\n'],
  ['[00:00:01.000 --> 00:00:02.500]   ADA: It pays\n[00:00:02.500 --> 00:00:04.000]   for itself.\n'],
  ['0:00\nADA: It pays\n0:01\nfor\n0:02\nitself.\n'],
])('reads captions that are told of in another way: %j', (text) => {
  expect(recognise(Buffer.from(text), 'talk.txt')).toBe('srt')
  const [turn, ...more] = turnsIn(parseSubtitles(text, 'talk.txt'))
  expect([turn!.speaker, turn!.text, more]).toEqual(['ADA', 'It pays for itself.', []])
})

test('names a voice once', () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v S00>S00: It pays.\n\n00:02.000 --> 00:03.000\n<v S01>No.'
  expect(turnsIn(parseSubtitles(vtt, 'a.vtt')).map(({ text }) => text)).toEqual(['It pays.', 'No.'])
})

test('doubts that what is numbered in a paper, or stands with a year in its list of books, speaks', () => {
  const prose = 'The council has published what it was asked about the line.\n'.repeat(20)
  for (const [one, other] of [
    ['RQ1', 'RQ2'],
    ['H1', 'H2'],
    ['Vane (2019)', 'Ortiz (2020a)'],
  ] as const) {
    const paper = `${prose}${one}: It pays.\n${other}: Who says so?\n${prose}${one}: It does.\n${other}: Many.\n`
    expect(readTranscript(paper, false)?.isDoubtful).toBe(true)
  }
  const interview = 'P1: It pays.\nI1: Who says so?\nP1: It does.\n'
  expect(readTranscript(interview, false)?.isDoubtful).toBe(false)
})

test.each([
  ['an office', `The ${'A'.repeat(190)}:\n`],
  ['a chat', `10:02 From${' '.repeat(180)}\n`],
])('looks quickly at what begins like %s', (_, line) => {
  const began = performance.now()
  expect(readTranscript(line.repeat(1000), false)).toBeNull()
  expect(performance.now() - began).toBeLessThan(2000)
})

test.each([
  [
    'in the order of the alphabet',
    'Adult: Over 18.\nChild: Under 18.\nStudent: Learns.\nTeacher: Teaches.\nTeacher: In schools only.',
  ],
  [
    'that say what a word means',
    'Teacher: a person who teaches.\nStudent: a person who learns.\nTeacher: see Student.\nStudent: someone young.',
  ],
])('is not sure that names %s are those of speakers', (_, text) => {
  expect(readTranscript(text, false)?.isDoubtful ?? true).toBe(true)
  expect(readTranscript(text, true)?.isDoubtful).toBe(false)
})

test('is sure of the same names where they talk', () => {
  const text = 'Teacher: What is a tram?\nStudent: A bus on rails.\nTeacher: Why rails?\nStudent: They last.'
  expect(readTranscript(text, false)?.isDoubtful).toBe(false)
})

test('takes the lines of a log for no speech', () => {
  const text =
    '10:02:11 INFO: started\n10:02:12 ERROR: no tram\n10:02:13 INFO: tried again\n10:02:14 ERROR: none'
  expect(readTranscript(text, false)).toBeNull()
})
