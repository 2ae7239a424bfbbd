import fc from 'fast-check'
import type * as Data from '../dataset.ts'

// What is alike in a project, and seldom comes about by chance: equal names, passages at one place, values as asked for.

const now = <T>(chance: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ arbitrary: fc.constant(null), weight: 4 }, { arbitrary: chance, weight: 1 })

/** Now and then a thing has in one field what another one has. */
export function sometimesAlike<T>(things: T[], field: keyof T): fc.Arbitrary<T[]> {
  const others = fc.array(now(fc.nat(9)), { minLength: things.length, maxLength: things.length })
  return others.map((others) =>
    things.map((thing, index) => {
      const other = others[index] ?? null
      return other === null ? thing : { ...thing, [field]: things[other % things.length]![field] }
    }),
  )
}

/** Now and then a passage has just the words of another one in its text, under its tag or another. */
export function withSamePlaces(list: Data.Annotation[]): fc.Arbitrary<Data.Annotation[]> {
  return fc
    .array(now(fc.record({ at: fc.nat(9), sameTag: fc.boolean() })), {
      ...{ minLength: list.length, maxLength: list.length },
    })
    .map((others) =>
      list.map((one, index) => {
        const { at, sameTag } = others[index] ?? { at: null, sameTag: false }
        if (at === null) return one
        const { document, spans, tag } = list[at % list.length]!
        return { ...one, document, spans, tag: sameTag ? tag : one.tag }
      }),
    )
}

/** Half of them say beside what they say what their tag asks for. */
export function withDefinedValues(
  list: Data.Annotation[],
  tags: readonly Data.Tag[],
): fc.Arbitrary<Data.Annotation[]> {
  const asked = new Map(tags.map(({ id, attributes }) => [id, attributes]))
  const chances = fc.array(fc.nat(7), { minLength: list.length, maxLength: list.length })
  return chances.map((chances) =>
    list.map((one, index) => {
      const chance = chances[index]!
      if (chance > 3) return one
      const values = asked
        .get(one.tag)!
        .map(({ name, kind, values }): [string, string | number | boolean] => {
          if (kind === 'yes-no') return [name, chance % 2 === 0]
          if (kind === 'number') return [name, chance - 1.5]
          return [name, values[chance] ?? 'two\nlines']
        })
      return { ...one, attributes: new Map([...one.attributes, ...values]) }
    }),
  )
}
