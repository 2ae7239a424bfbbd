import { expect, it } from 'vitest'
import { hasRightToLeft, isMostlyRightToLeft, runsRightToLeft } from './direction.ts'

it('goes by the letter, not by what stands around it', () => {
  const text = 'אב abc 12 ١٢ ع، …'
  const at = (part: string) => runsRightToLeft(text, text.indexOf(part))
  expect([at('א'), at('ע'), at('abc'), at('12'), at('١')]).toEqual([true, null, false, false, false])
  expect(runsRightToLeft(text, text.indexOf('ع'))).toBe(true)
  expect([at(' '), at('…'), runsRightToLeft(text, text.length)]).toEqual([null, null, null])
})

it('is known of a whole text', () => {
  expect(hasRightToLeft('議会 and परिषद')).toBe(false)
  expect(hasRightToLeft('it says שלום')).toBe(true)
})

it('a text goes by most of its letters', () => {
  expect(isMostlyRightToLeft('הגשר נסגר (Report 7) ביום ראשון, אמר ראש העיר.')).toBe(true)
  expect(isMostlyRightToLeft('The word גשר means bridge.')).toBe(false)
  expect(isMostlyRightToLeft('')).toBe(false)
})
