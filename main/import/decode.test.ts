import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from './decode.ts'

const bytesOf = (text: string, encoding = 'utf-8') => iconv.encode(text, encoding)
const read = (
  bytes: Uint8Array,
  { chosen = null, declared = null }: { chosen?: string | null; declared?: string | null } = {},
) => decode(bytes, { chosen, declared })

const russian = 'Городской совет считает, что трамвай окупится за десять лет, а жители с этим не согласны.'

test('reads UTF-8 without a word', () => {
  expect(read(bytesOf('“Tram” 🚋 é'))).toEqual({
    text: '“Tram” 🚋 é',
    encoding: 'utf-8',
    isGuessed: false,
    notes: [],
  })
})

test.each([
  ['utf-8', [0xef, 0xbb, 0xbf], 'utf8'],
  ['utf-16le', [0xff, 0xfe], 'utf-16le'],
  ['utf-16be', [0xfe, 0xff], 'utf-16be'],
  ['utf-32le', [0xff, 0xfe, 0, 0], 'utf-32le'],
  ['utf-32be', [0, 0, 0xfe, 0xff], 'utf-32be'],
])('takes the byte order mark of %s at its word and removes it', (encoding, mark, name) => {
  const read1 = read(Buffer.concat([Buffer.from(mark), bytesOf('Трам 🚋', name)]))
  expect(read1.text).toBe('Трам 🚋')
  expect(read1.encoding).toBe(encoding)
  expect(read1.notes).toContain('The byte order mark at its beginning was removed.')
})

test.each(['windows-1251', 'koi8-r', 'iso-8859-5', 'utf-16le', 'utf-16be'])(
  'guesses %s and says so',
  (encoding) => {
    const guessed = read(bytesOf(russian, encoding))
    expect(guessed.text).toBe(russian)
    expect(guessed).toMatchObject({ encoding, isGuessed: true })
    expect(guessed.notes.join()).toMatch(new RegExp(`${encoding}, which is a guess`))
  },
)

test('guesses from the letters that are not ASCII, however late they come', () => {
  const text = `${'All plain here. '.repeat(40_000)}${russian}`
  expect(read(bytesOf(text, 'windows-1251')).encoding).toBe('windows-1251')
})

test.each(['Été', 'ÄÖÜ', 'ÆØÅ', 'Señ'])(
  'guesses that a few letters between ASCII are Western: %s',
  (word) => {
    const cue = `1\n00:00:01,000 --> 00:00:02,000\n${word}\n`
    const read = decode(Buffer.from(cue, 'latin1'), { chosen: null, declared: null })
    expect(read).toMatchObject({ text: cue, encoding: 'windows-1252', isGuessed: true })
  },
)

test('guesses Japanese with escapes, which would pass for UTF-8', () => {
  const bytes = Buffer.from('1b2442467c4b5c386c1b284220746578740a'.repeat(4), 'hex')
  expect(read(bytes).text).toMatch(/^日本語 text/)
})

test('prefers what the file declares, unless the bytes contradict it', () => {
  expect(read(bytesOf(russian, 'koi8-r'), { declared: 'koi8-r' }).notes).toEqual([
    'Read as koi8-r, as the file says.',
  ])

  const wrong = read(bytesOf(russian, 'windows-1251'), { declared: 'utf-8' })
  expect(wrong.text).toBe(russian)
  expect(wrong.notes[0]).toBe('The file says it is utf-8, but it is not.')
})

test('lets a person’s choice win', () => {
  const bytes = bytesOf(russian, 'windows-1251')
  expect(read(bytes, { chosen: 'koi8-r' }).encoding).toBe('koi8-r')
  expect(read(bytes, { chosen: ' CP1251 ' }).text).toBe(russian)
  expect(() => read(bytes, { chosen: 'base64' })).toThrow(/“base64” is not an encoding/)
})

test('refuses bytes that are no letters instead of patching them', () => {
  const bytes = Buffer.from([0x61, 0xff, 0xfe, 0xed, 0xa0, 0x80, 0x20, 0xc0, 0xaf])
  expect(() => read(bytes)).toThrow(/Choose its encoding/)
  expect(() => read(Buffer.from([0xff, 0xfe, 0x00, 0xd8]))).toThrow(/begins as utf-16le does/)
})

test('patches them when the encoding was chosen, and counts', () => {
  const patched = read(Buffer.from([0x61, 0xff, 0x62, 0xff]), { chosen: 'utf-8' })
  expect(patched.text).toBe('a\ufffdb\ufffd')
  expect(patched.notes).toEqual(['2 places did not decode as utf-8 and became “\ufffd”.'])
})

test('keeps a replacement character that somebody saved', () => {
  expect(read(bytesOf('a\ufffdb', 'utf-16le'), { chosen: 'utf-16le' })).toMatchObject({
    text: 'a\ufffdb',
    notes: [],
  })
})

test('makes every line end LF, tells which there were, and leaves other separators', () => {
  const { text, notes } = read(bytesOf('a\r\nb\rc\n\u2028\u0085\v\fd'))
  expect(text).toBe('a\nb\nc\n\u2028\u0085\v\fd')
  expect(notes).toEqual([
    'Has Windows line ends (CR LF) and line ends of old Macs (CR); here every line ends with LF.',
  ])
})

test('replaces other control characters one for one', () => {
  const { text, notes } = read(bytesOf('a\u0000b\u0007\tc\u001b'))
  expect(text).toBe('a\ufffdb\ufffd\tc\ufffd')
  expect(notes).toEqual(['3 control characters became “\ufffd”.'])
})

test('gives well-formed text without CR for any bytes, or a sentence', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.constantFrom(null, 'utf-8', 'utf-16le', 'big5'),
      (bytes, chosen) => {
        try {
          const { text } = read(bytes, { chosen })
          expect(text.isWellFormed()).toBe(true)
          expect(text).not.toMatch(/\r/)
        } catch (error) {
          expect(error).toMatchObject({ name: 'Failure', code: 'unreadable' })
        }
      },
    ),
  )
})

test('takes a page for UTF-8 that is, whatever it once said of itself', () => {
  const spanish = 'La operación contó con la colaboración de España según él.'
  expect(read(bytesOf(spanish), { declared: 'iso-8859-15' })).toMatchObject({
    text: spanish,
    encoding: 'utf-8',
    notes: ['The file says it is iso-8859-15, but it is not.'],
  })
  expect(read(bytesOf(spanish, 'iso-8859-15'), { declared: 'iso-8859-15' }).text).toBe(spanish)
  expect(read(bytesOf('Ã©', 'windows-1252'), { declared: 'windows-1252' }).text).toBe('Ã©')
})
