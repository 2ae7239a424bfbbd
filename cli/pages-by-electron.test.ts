import { existsSync, writeFileSync } from 'node:fs'
import { expect, it, vi } from 'vitest'
import type { ReadingCopy } from '../preload/contract/reading-copy.ts'
import { pagesByElectron } from './pages-by-electron.ts'
import { commandLineFolder } from './testing/command-line.ts'

const at = commandLineFolder()

vi.setConfig({ testTimeout: 60_000 })

/** Stands in for Electron: started in the same way, and answering over the same channel. */
function standIn(does: string): { executable: string; args: string[] } {
  writeFileSync(at('stand-in.mjs'), does)
  return { executable: process.execPath, args: [at('stand-in.mjs')] }
}

const copy: ReadingCopy = { title: 'Tram', runsFromRight: false, html: '<p>It pays.', style: '' }
const never = new AbortController().signal

it('starts one for all pages, with a folder of its own that is gone in the end', async () => {
  const pages = pagesByElectron(() =>
    standIn(`process.on('message', ({ id, copy }) => process.send({
      type: 'pages-set', id,
      reply: { ok: true, value: Buffer.from([copy.html, process.pid, ...process.argv.slice(2)].join(' ')).toString('base64') },
    }))`),
  )
  const [first, second] = [await pages.setPages(copy, 'A4', never), await pages.setPages(copy, 'A4', never)]
  const [words, , folder] = /^<p>It pays\. \d+ --set-pages --user-data-dir=(.*)()$/.exec(String(first)) ?? []
  expect(words).toBe(String(second))
  await pages.close()
  expect(existsSync(folder!)).toBe(false)
})

it('hands on why pages could not be set', async () => {
  const pages = pagesByElectron(() =>
    standIn(`process.on('message', ({ id }) => process.send({
      type: 'pages-set', id, reply: { ok: false, code: 'internal', message: 'Too many.' },
    }))`),
  )
  await expect(pages.setPages(copy, 'A4', never)).rejects.toThrow('Too many.')
  await pages.close()
})

it('says how it ended where it ends before it has answered, or cannot be started', async () => {
  const ends = pagesByElectron(() =>
    standIn("process.on('message', () => { console.error('No sandbox!'); process.exit(3) })"),
  )
  await expect(ends.setPages(copy, 'A4', never)).rejects.toThrow(
    'The pages could not be set: Electron did not do it (it ended with 3; No sandbox!).',
  )
  await ends.close()
  const missing = pagesByElectron(() => ({ executable: at('none'), args: [] }))
  await expect(missing.setPages(copy, 'A4', never)).rejects.toThrow(/could not be set: .*ENOENT/)
  await missing.close()
})

it('waits no longer once it is stopped, and ends what is still at work', async () => {
  const pages = pagesByElectron(() => standIn("process.on('message', () => { for (;;) {} })"))
  const stopping = new AbortController()
  const setting = pages.setPages(copy, 'A4', stopping.signal)
  stopping.abort()
  await expect(setting).rejects.toMatchObject({ code: 'cancelled' })
  await pages.close()
})
