import { expect, it } from 'vitest'
import type { Reply } from '../../preload/contract/failure.ts'
import { dispatch } from '../dispatch.ts'
import { chosenPaths } from './chosen-paths.ts'
import { remoteProject, withChosenPaths } from './remote-project.ts'

function page(reply: Reply<unknown> = { ok: true, value: { paths: [] } }) {
  const asked: unknown[] = []
  const chosen = chosenPaths()
  const remote = remoteProject(async (channel, input) => {
    asked.push([channel, input])
    return reply
  })
  const handlers = withChosenPaths(remote, chosen)
  return { asked, chosen, request: (channel: string, input: unknown) => dispatch(handlers, channel, input) }
}

it('passes a request on as the contract reads it, and its failure back', async () => {
  const { asked, request } = page({ ok: false, code: 'not-found', message: 'It has gone.' })
  expect(await request('annotation.search', { words: 'tram' })).toEqual({
    ok: false,
    code: 'not-found',
    message: 'It has gone.',
  })
  expect(asked).toEqual([['annotation.search', { words: 'tram', limit: 50 }]])
})

it('passes on nothing that does not fit the contract', async () => {
  const { asked, request } = page()
  for (const [channel, input] of [
    ['annotation.get', { id: '1; DROP TABLE annotation' }],
    ['annotation.toString', undefined],
    ['__proto__.get', undefined],
    ['document', undefined],
  ] as const) {
    expect(await request(channel, input)).toMatchObject({ ok: false })
  }
  expect(asked).toEqual([])
})

it.each([
  ['document.import', 'read', (path: string) => ({ task: 't', paths: [path] })],
  ['exchange.write', 'write', (path: string) => ({ task: 't', format: 'csv', to: path })],
  ['project.saveCopy', 'write', (path: string) => ({ to: path })],
] as const)('lets %s touch a path only after the person chose it', async (channel, purpose, inputFor) => {
  const { asked, chosen, request } = page()
  expect(await request(channel, inputFor('/p/x'))).toMatchObject({ ok: false, code: 'not-chosen' })
  expect(asked).toEqual([])
  chosen.add(purpose, ['/p/x'])
  expect(await request(channel, inputFor('/p/x'))).toMatchObject({ ok: true })
  expect(asked).toHaveLength(1)
})

it('lets what an export wrote be shown, and no more', async () => {
  const { chosen, request } = page({ ok: true, value: { paths: ['/p/x/links.csv'] } })
  chosen.add('write', ['/p/x'])
  await request('exchange.write', { task: 't', format: 'csv', to: '/p/x' })
  expect(chosen.has('show', '/p/x/links.csv')).toBe(true)
  expect(chosen.has('write', '/p/x/links.csv')).toBe(false)
})

it('lets what was recognised in a chosen folder be read, and nothing beside it', async () => {
  const found = ['/p/x/a.qdpx', '/p/xy.qdpx', '/p/x/../z.qdpx'].map((path) => ({ path, format: 'refi-qda' }))
  const { chosen, request } = page({ ok: true, value: found })
  chosen.add('read', ['/p/x'])
  await request('annotationImport.recognise', { paths: ['/p/x'] })
  expect(found.map(({ path }) => chosen.has('read', path))).toEqual([true, false, false])
})
