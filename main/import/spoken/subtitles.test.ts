import { expect, test } from 'vitest'
import { recognise } from '../recognise.ts'
import { readCues } from './cues.ts'
import { parseSubtitles } from './subtitles.ts'
import { turnsIn } from './testing/turns-in.ts'

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
