import { expect, test } from 'vitest'
import { claimWording } from './claim-wording.ts'

test.each([
  ['The tram pays.', ' the  TRAM pays!! '],
  ['“The tram pays.”', 'The tram pays'],
  ['«Трамвай окупится»', 'трамвай окупится.'],
  ['騒音は半分になる。', '騒音は半分になる'],
  ['दान अच्छा है।', 'दान अच्छा है'],
  ['sch\u00f6n', 'scho\u0308n'],
])('“%s” and “%s” are one claim', (one, other) => {
  expect(claimWording(one)).toBe(claimWording(other))
})

test.each([
  ['दान अच्छा है', 'दिन अच्छा है'],
  ['பால்', 'பாலை'],
  ['น้ำดี', 'นำดี'],
  ['が', 'か'],
  ['Sie haben schon gewählt', 'Sie haben schön gewählt'],
  ['Fares rose by −5 %', 'Fares rose by 5.'],
  ['-5', '5'],
  ['x < y', 'x > y'],
  ['C++ is safe', 'C# is safe'],
  ['1.5 percent', '1:5 percent'],
  ['The council lied?', 'The council lied.'],
  ['They call it “reform”', 'They call it reform'],
])('“%s” and “%s” are two', (one, other) => {
  expect(claimWording(one)).not.toBe(claimWording(other))
})

test('signs alone have no wording', () => {
  expect(claimWording(' . ')).toBe('')
})
