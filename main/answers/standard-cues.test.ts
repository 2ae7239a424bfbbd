import { expect, test } from 'vitest'
import { cueFinder } from './cues.ts'
import { languages } from './languages.ts'
import { standardCues } from './standard-cues.ts'

test('every standard cue finds itself', () => {
  for (const language of languages) {
    const { denial, contrast } = standardCues[language]
    for (const cue of [...denial, ...contrast]) {
      const words = cue.replaceAll('*', '')
      expect(cueFinder([cue])(` ${words}, `), cue).toHaveLength(1)
    }
  }
})
