import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStructure } from '../../../preload/contract/check-structure.ts'
import { turnsIn } from './testing/turns-in.ts'
import { readTranscript } from './transcript.ts'

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
