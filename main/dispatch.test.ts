import Database from 'better-sqlite3'
import { afterEach, expect, test, vi } from 'vitest'
import { Failure } from '../preload/contract/failure.ts'
import { dispatch, type Handlers } from './dispatch.ts'
import { testSession } from './testing/session.ts'

afterEach(() => vi.restoreAllMocks())

const { session } = testSession()

test.each([
  'tag.nothing',
  'nothing.list',
  'tag',
  '',
  '.',
  'tag.list.more',
  '__proto__.toString',
  'constructor.name',
  'tag.__proto__',
  'tag.constructor',
  'tag.toString',
  'app.state',
])('the channel %j is unknown here', async (channel) => {
  expect(await dispatch(session.handlers, channel, undefined)).toMatchObject({
    ok: false,
    code: 'unknown-channel',
  })
})

test.each([
  ['tag.list', 'junk'],
  ['tag.list', null],
  ['annotation.get', undefined],
  ['annotation.get', { id: -1 }],
  ['annotation.get', { id: 1.5 }],
  ['annotation.get', { id: '1' }],
  ['annotation.create', { documentId: 1, tagId: 1, spans: [{ start: 5, end: 5 }] }],
  [
    'annotation.create',
    {
      documentId: 1,
      tagId: 1,
      spans: [
        { start: 5, end: 8 },
        { start: 8, end: 9 },
      ],
    },
  ],
  ['tag.create', { name: ' ' }],
  ['tag.create', { name: 'x', color: 'red; background: url(x)' }],
  ['link.create', { linkTypeId: 1, source: { annotation: 1, claim: 2 }, target: { link: 1 } }],
])('%s refuses %j with a sentence', async (channel, input) => {
  expect(await dispatch(session.handlers, channel, input)).toMatchObject({
    ok: false,
    code: 'bad-input',
    message: expect.stringMatching(/^This cannot be used: .+\.$/),
  })
})

test('what the contract does not know of an input is dropped', async () => {
  const input: unknown = JSON.parse('{"name":"X","uid":"mine","__proto__":{"role":"claim"}}')
  const reply = await dispatch(session.handlers, 'tag.create', input)
  expect(reply).toMatchObject({
    ok: true,
    value: { name: 'X', role: 'none', uid: expect.not.stringMatching('mine') },
  })
})

test('a failure and an error of the database cross as values', async () => {
  const failing = (error: Error) =>
    dispatch(
      {
        history: {
          undo: () => {
            throw error
          },
        },
      } as unknown as Handlers,
      'history.undo',
      undefined,
    )
  expect(await failing(new Failure('circle', 'No.'))).toEqual({ ok: false, code: 'circle', message: 'No.' })
  expect(await failing(new Database.SqliteError('full', 'SQLITE_FULL'))).toMatchObject({
    ok: false,
    code: 'disk',
  })
})

test('what nobody foresaw is logged and told in one sentence', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const handlers = {
    history: {
      undo: async () => {
        throw new TypeError('secret path')
      },
    },
  } as unknown as Handlers
  expect(await dispatch(handlers, 'history.undo', undefined)).toEqual({
    ok: false,
    code: 'internal',
    message: expect.not.stringContaining('secret'),
  })
  expect(log).toHaveBeenCalledWith(expect.objectContaining({ message: 'secret path' }))
})
