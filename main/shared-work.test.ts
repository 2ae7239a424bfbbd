import { expect, test } from 'vitest'
import { sharedWork } from './shared-work.ts'

test('work is begun once for all who ask, and anew after it has failed', async () => {
  const known = new Map<string, Promise<number>>()
  let begun = 0
  const work = async () => {
    begun += 1
    if (begun === 1) throw new Error('the disk is full')
    return begun
  }
  const both = [sharedWork(known, 'all', work), sharedWork(known, 'all', work)]
  expect(await Promise.allSettled(both)).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
  expect(begun).toBe(1)
  expect(await sharedWork(known, 'all', work)).toBe(2)
  expect(await sharedWork(known, 'all', work)).toBe(2)
})

test('what fails late does not take away what was begun after it', async () => {
  const known = new Map<string, Promise<number>>()
  const early = Promise.withResolvers<number>()
  const failing = sharedWork(known, 'all', () => early.promise)
  known.clear()
  const later = sharedWork(known, 'all', async () => 2)
  early.reject(new Error('stopped'))
  await expect(failing).rejects.toThrow('stopped')
  expect(known.get('all')).toBe(later)
})
