import { describe, expect, it } from 'vitest'
import type { LinkTypeId } from '../../../preload/contract/ids.ts'
import {
  isAgainst,
  type LinkType,
  lettersOf,
  standardLinkTypes,
} from '../../../preload/contract/link-type.ts'
import { offerTypes } from './linking.ts'

const types = standardLinkTypes.map((type, index) => ({
  ...type,
  id: (index + 1) as LinkTypeId,
  uses: 0,
  sourceRoles: [...type.sourceRoles],
  targetRoles: [...type.targetRoles],
})) satisfies LinkType[]

const named = (name: string) => types.find((type) => type.name === name)!

describe('offerTypes', () => {
  it('offers what the roles allow first, in the order of the codebook', () => {
    const offered = offerTypes(types, 'rebuttal', 'claim')
    const allowed = offered.filter((one) => one.allowed).map((one) => one.type.name)
    expect(allowed[0]).toBe('rebuts')
    expect(offered.find((one) => one.type.name === 'undercuts')?.allowed).toBe(false)
  })

  it('turns a type round when only the other direction is allowed', () => {
    const offered = offerTypes(types, 'claim', 'premise')
    expect(offered.find((one) => one.type.name === 'supports')).toMatchObject({
      reversed: false,
      allowed: true,
    })
    const other = offerTypes(types, 'premise', 'rebuttal')
    expect(other.find((one) => one.type.name === 'undermines')).toMatchObject({
      reversed: true,
      allowed: true,
    })
  })

  it('offers undercuts where one end is a link', () => {
    const offered = offerTypes(types, 'rebuttal', 'link')
    expect(offered.find((one) => one.type.name === 'undercuts')).toMatchObject({
      reversed: false,
      allowed: true,
    })
    const turned = offerTypes(types, 'link', 'rebuttal')
    expect(turned.find((one) => one.type.name === 'undercuts')).toMatchObject({
      reversed: true,
      allowed: true,
    })
  })

  it('offers undercuts before all where a link was begun at a link, and tells that a rebuttal of it is unusual', () => {
    const offered = offerTypes(types, 'link', 'rebuttal')
    expect(offered[0]).toMatchObject({ type: { name: 'undercuts' }, reversed: true, allowed: true })
    expect(offered.find((one) => one.type.name === 'rebuts')!.allowed).toBe(false)
    expect(offerTypes(types, 'rebuttal', 'claim')[0]!.type.name).toBe('rebuts')
  })
})

describe('lettersOf', () => {
  it('gives every standard type a letter of its own name', () => {
    const letters = lettersOf(types)
    expect(new Set(letters.values()).size).toBe(types.length)
    for (const type of types) expect(type.name).toContain(letters.get(type.id))
    expect(letters.get(named('rebuts').id)).toBe('r')
  })
})

describe('isAgainst', () => {
  it('counts the standard attacks and the user’s own types that rebuttals make', () => {
    expect(types.filter(isAgainst).map((type) => type.uid)).toEqual([
      'rebuts',
      'undercuts',
      'undermines',
      'counter-claim',
    ])
    expect(isAgainst({ uid: 'x', sourceRoles: ['rebuttal'] })).toBe(true)
    expect(isAgainst({ uid: 'x', sourceRoles: ['claim'] })).toBe(false)
  })
})
