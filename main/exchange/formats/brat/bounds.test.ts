import { describe, expect, it, vi } from 'vitest'
import { reading } from '../../testing/written.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { bratReader } from './reader.ts'

vi.setConfig({ testTimeout: 30_000 })

const readFolder = (files: Record<string, string>) =>
  bratReader.read(sourceFiles('study', { 'one.txt': 'We should.', ...files }), reading)

const types = Array.from({ length: 2_000 }, (_, number) => `Type${number}`).join('\n')
const values = Array.from({ length: 20_000 }, (_, number) => `value${number}`)

describe('a large brat project', () => {
  it('is refused before its configuration gives every type an attribute with very many values', async () => {
    const conf = `[entities]\n${types}\n[attributes]\nMood\tArg:<ENTITY>, Value:${values.join('|')}\n`
    await expect(readFolder({ 'one.ann': 'T1\tType1 0 2\tWe\n', 'annotation.conf': conf })).rejects.toThrow(
      'annotation.conf gives the attribute “Mood” with 20,000 values to 2,000 types. All types together may have 1,000,000 attributes and values',
    )
  })

  it('is refused before its configuration gives every type very many attributes', async () => {
    const attributes = values.map((value) => `${value}\tArg:<ANY>|<ANY>|<ENTITY>`).join('\n')
    await expect(
      readFolder({ 'one.ann': '', 'annotation.conf': `[entities]\n${types}\n[attributes]\n${attributes}` }),
    ).rejects.toThrow('annotation.conf gives the attribute “value')
  })

  it('is read in time where every one of very many lines gives an attribute another value', async () => {
    const lines = Array.from({ length: 60_000 }, (_, number) => `A${number}\tMood T1 mood${number}`)
    const { tags } = await readFolder({ 'one.ann': `T1\tClaim 0 2\tWe\n${lines.join('\n')}\n` })
    expect(tags[0]!.attributes[0]!.values).toHaveLength(60_000)
  })
})
