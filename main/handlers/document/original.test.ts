import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { describeOriginal } from './original.ts'

const source = (name: string, mediaType: string) => ({ name, mediaType, sha256: '' })

test('shows a text as its file has it, whatever its encoding', () => {
  const bytes = iconv.encode('# Трамвай\nОн идёт мимо дома и останавливается.', 'windows-1251')
  expect(describeOriginal(source('a.md', 'text/markdown'), bytes)).toEqual({
    name: 'a.md',
    ending: 'md',
    kind: 'Markdown',
    size: bytes.length,
    text: '# Трамвай\nОн идёт мимо дома и останавливается.',
    isWhole: true,
  })
})

test('shows the beginning of a long text, in whole lines', () => {
  const shown = describeOriginal(source('a.txt', 'text/plain'), Buffer.from('Tram é\n'.repeat(40_000)))
  expect(shown.isWhole).toBe(false)
  expect(shown.text?.endsWith('Tram é\n')).toBe(true)
})

test('never takes the ending of a program from a name', () => {
  expect(describeOriginal(source('a.bat', 'text/plain'), Buffer.from('x')).ending).toBe('txt')
  expect(describeOriginal(source('a.docm', 'application/x-unknown'), Buffer.from('x'))).toMatchObject({
    ending: '',
    text: null,
  })
})

test('says when the project has no original', () => {
  expect(describeOriginal(source('a.txt', 'text/plain'), undefined)).toMatchObject({ size: null, text: null })
})
