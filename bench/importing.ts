import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../e2e/app.ts'
import { docxOf } from '../main/import/testing/office-files.ts'
import type { Figures } from './figures.ts'
import { proseOf } from './text-view/prose.ts'

const runs = 3

/** Files on their way into a project, and the longest that the window could not answer a person meanwhile. */
export async function measureImporting(app: App): Promise<Figures[]> {
  const folder = join(app.folder, 'thousand')
  mkdirSync(folder)
  const { text } = proseOf(1000)
  for (let at = 0; at < 1000; at++) writeFileSync(join(folder, `${at}.txt`), `Text ${at}\n${text}`)
  const document = join(app.folder, 'report.docx')
  writeFileSync(document, longDocument())
  return [
    ...(await measureImport(app, '1,000 txt files of 1,000 words', folder)),
    ...(await measureImport(app, 'a docx of 300 pages', document)),
  ]
}

/** Each time into a project of its own. */
async function measureImport(app: App, what: string, path: string): Promise<Figures[]> {
  const times: number[] = []
  const pauses: number[] = []
  for (let run = 0; run < runs; run++) {
    await app.newProject(`import of ${what} ${run}`)
    await app.chooses([path])
    const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
    const { ms, pause } = await app.page.evaluate(importInPage, { paths, task: `bench ${run}` })
    times.push(ms)
    pauses.push(pause)
  }
  return [
    { name: what, times },
    { name: `${what}, the longest pause of the window`, times: pauses },
  ]
}

/** Runs in the page. A pause is the time between two tasks that should follow at once. */
async function importInPage({
  paths,
  task,
}: {
  paths: string[]
  task: string
}): Promise<{ ms: number; pause: number }> {
  let pause = 0
  let last = performance.now()
  let isOver = false
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    const now = performance.now()
    pause = Math.max(pause, now - last)
    last = now
    if (!isOver) port2.postMessage(null)
  }
  port2.postMessage(null)
  const begun = performance.now()
  const request = { task, paths, format: null, encoding: null, again: false }
  const reply = (await window.rejoinder.request('document.import', request)) as {
    ok: boolean
    value: { files: { outcome: string }[] }
  }
  const ms = performance.now() - begun
  // What the report changes on the screen belongs to it.
  await new Promise((resolve) => setTimeout(resolve, 200))
  isOver = true
  port1.close()
  if (!reply.ok || reply.value.files.some(({ outcome }) => outcome !== 'imported'))
    throw new Error('not all came in')
  return { ms, pause }
}

/** 400 words a page, with the runs, headings and footnotes that reports have. */
function longDocument(): Uint8Array {
  const run = (text: string, look = '') =>
    `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
  const words = proseOf(100).text.split(/\s+/)
  const body: string[] = []
  for (let page = 0; page < 300; page++) {
    body.push(`<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>${run(`Part ${page}`)}</w:p>`)
    for (let paragraph = 0; paragraph < 4; paragraph++) {
      const runs = Array.from({ length: 10 }, (_, at) =>
        run(
          `${words.slice(at * 10, at * 10 + 10).join(' ')} `,
          at % 4 === 1 ? '<w:i/>' : '<w:lang w:val="en-GB"/>',
        ),
      )
      body.push(
        `<w:p w:rsidR="00AB12CD"><w:pPr><w:jc w:val="both"/></w:pPr>${runs.join('')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`,
      )
    }
    body.push('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
  }
  return docxOf({
    body: body.join(''),
    parts: {
      styles: '<w:style w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>',
      footnotes: `<w:footnote w:id="1"><w:p>${run('See the minutes of the council.')}</w:p></w:footnote>`,
    },
  })
}
