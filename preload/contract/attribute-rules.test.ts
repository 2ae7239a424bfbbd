import { describe, expect, it } from 'vitest'
import { lackingAttributes, lacksRequired, noLongerApplying, notApplying } from './attribute-rules.ts'
import type { AttributeDefinition } from './tag.ts'

const certainty: AttributeDefinition = {
  name: 'certainty',
  kind: 'choice',
  values: ['low', 'high'],
  required: true,
}
const quoted: AttributeDefinition = { name: 'quoted', kind: 'yes-no', values: [], required: true }
const weight: AttributeDefinition = { name: 'weight', kind: 'number', values: [], required: true }
const source: AttributeDefinition = { name: 'source', kind: 'text', values: [], required: true }
const all = [certainty, quoted, weight, source]

describe('lackingAttributes', () => {
  it('names what is required and has no value, in the order of the tag', () => {
    expect(lackingAttributes(all, { quoted: false, source: 'the report' })).toEqual([certainty, weight])
  })

  it('takes no, nought and a value of the list as answers, but not blank text', () => {
    expect(lackingAttributes(all, { certainty: 'low', quoted: false, weight: 0, source: ' \n' })).toEqual([
      source,
    ])
  })

  it('takes a value of another kind for none', () => {
    expect(lacksRequired([certainty], { certainty: 'maybe' })).toBe(true)
    expect(lacksRequired([weight], { weight: '3' })).toBe(true)
    expect(lacksRequired([certainty], { certainty: 'high' })).toBe(false)
  })

  it('asks nothing of what is not required, and finds no value on the prototype', () => {
    expect(lacksRequired([{ ...certainty, required: false }], {})).toBe(false)
    expect(lacksRequired([{ ...source, name: 'constructor' }], {})).toBe(true)
  })
})

describe('notApplying', () => {
  it('names what the tag does not define and what does not fit its definition', () => {
    expect(notApplying([certainty, weight], { certainty: 'maybe', weight: 2, elsewhere: 'kept' })).toEqual([
      'certainty',
      'elsewhere',
    ])
  })
})

describe('noLongerApplying', () => {
  it('names only what a change of tag leaves without use', () => {
    const values = { certainty: 'low', quoted: true, elsewhere: 'kept' }
    expect(noLongerApplying([certainty, quoted], [{ ...certainty, values: ['sure'] }], values)).toEqual([
      'certainty',
      'quoted',
    ])
    expect(noLongerApplying([certainty], [certainty, quoted], values)).toEqual([])
  })
})
