import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyDraft, fromDraft, isSameAttribute, isWrong, toDraft, wrongWith } from './attribute-draft.ts'

describe('an attribute in the form', () => {
  it('is not kept before it has a name of its own and, if one of a list, a choice', () => {
    expect(wrongWith(emptyDraft, [])).toEqual({
      name: 'An attribute needs a name.',
      choices: 'Give at least one choice.',
    })
    expect(isWrong({ ...emptyDraft, kind: 'text', name: 'force' }, ['certainty'])).toBe(false)
    expect(wrongWith({ ...emptyDraft, kind: 'text', name: ' force ' }, ['force'])).toEqual({
      name: 'There is one of that name.',
    })
    expect(isWrong({ ...emptyDraft, name: 'force', choices: ' , ' }, [])).toBe(true)
    expect(isWrong({ ...emptyDraft, name: 'force', choices: 'weak' }, [])).toBe(false)
  })

  it('takes each choice once, without space around it', () => {
    expect(fromDraft({ ...emptyDraft, choices: ' weak,strong ,, weak' }).values).toEqual(['weak', 'strong'])
  })

  it('comes out as it went in', () => {
    const word = fc.stringMatching(/^[a-zé]{1,8}$/)
    const definition = fc.record({
      name: word,
      kind: fc.constantFrom('choice', 'yes-no', 'number', 'text'),
      values: fc.uniqueArray(word),
      required: fc.boolean(),
    })
    fc.assert(
      fc.property(definition, (one) => {
        expect(isSameAttribute(fromDraft(toDraft(one)), one)).toBe(true)
      }),
    )
  })
})
