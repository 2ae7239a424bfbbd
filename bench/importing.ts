import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App } from '../e2e/app.ts'
import { dropFiles } from '../e2e/dropping.ts'
import { docxOf } from '../main/import/testing/office-files.ts'
import { makePdf, setText } from '../main/import/testing/pdf-files.ts'
import type { Figures } from './figures.ts'
import { proseOf } from './text-view/prose.ts'
import { inTrial } from './trial.ts'

/** Longer than this nobody is to wait for an answer of the window, in milliseconds. */
const longestPauseMs = 50
/** How often each is measured. */
const runs = inTrial({ folder: 1, file: 1 }, { folder: 2, file: 3 })
const files = inTrial(20, 1000)

/** Files on their way into a project, and the longest that the window could not answer a person meanwhile. */
export async function measureImporting(app: App): Promise<Figures[]> {
  const folder = join(app.folder, 'thousand')
  mkdirSync(folder)
  const { text } = proseOf(1000)
  for (let at = 0; at < files; at++) writeFileSync(join(folder, `${at}.txt`), `Text ${at}\n${text}`)
  const document = join(app.folder, 'report.docx')
  writeFileSync(document, longDocument())
  const printed = join(app.folder, 'report.pdf')
  writeFileSync(printed, longPdf())
  const thousand = `${files.toLocaleString('en')} txt files of 1,000 words`
  return [
    await measureIdle(app),
    ...(await measureImport(app, { what: thousand, path: folder, runs: runs.folder, goalMs: 5000 })),
    ...(await measureDesk(app, 'the same', folder)),
    ...(await measureImport(app, {
      ...{ what: 'a docx of 300 pages', path: document, runs: runs.file, goalMs: 3000 },
    })),
    ...(await measureImport(app, {
      ...{ what: 'a pdf of 300 pages', path: printed, runs: runs.file, goalMs: 10_000 },
    })),
  ]
}

interface Measured {
  what: string
  path: string
  runs: number
  goalMs: number
}

/** Each time into a project of its own, with nothing on the screen that follows it but the list of documents. */
async function measureImport(app: App, { what, path, runs, goalMs }: Measured): Promise<Figures[]> {
  const times: number[] = []
  const pauses: number[] = []
  for (let run = 0; run < runs; run++) {
    await openNew(app, `import of ${what} ${run}`)
    await app.chooses([path])
    const paths = (await app.request('app.chooseImport', { folders: false })) ?? []
    await app.page.evaluate(watchPauses)
    times.push(await app.page.evaluate(importInPage, { paths, task: `bench ${run}` }))
    pauses.push(await app.page.evaluate(longestPause))
  }
  return [
    { name: what, times, goalMs },
    { name: `${what}, the longest pause of the window`, times: pauses, goalMs: longestPauseMs },
  ]
}

/** What the window draws when a project is opened is no part of an import. */
async function openNew(app: App, name: string): Promise<void> {
  await app.newProject(name)
  await app.page.waitForTimeout(700)
}

/** As a person does it: dropped on the window, laid out as a table, brought in. */
async function measureDesk(app: App, what: string, folder: string): Promise<Figures[]> {
  const bring = `Import ${files.toLocaleString('en')} documents`
  const [laidOut, broughtIn, whileLaidOut, whileBroughtIn]: number[][] = [[], [], [], []]
  for (let run = 0; run < runs.folder; run++) {
    await openNew(app, `desk of ${what} ${run}`)
    await app.page.evaluate(watchPauses)
    const dropped = performance.now()
    await dropFiles(app, [folder])
    await app.page.evaluate(untilThere, { selector: '[role=dialog] button:not(:disabled)', words: bring })
    laidOut!.push(performance.now() - dropped)
    whileLaidOut!.push(await app.page.evaluate(longestPause))

    await app.page.evaluate(watchPauses)
    const brought = performance.now()
    await app.page.getByRole('button', { name: bring }).click()
    const words = `${files.toLocaleString('en')} documents imported`
    await app.page.evaluate(untilThere, { selector: '.status-said', words })
    broughtIn!.push(performance.now() - brought)
    whileBroughtIn!.push(await app.page.evaluate(longestPause))
  }
  return [
    { name: `${what}, dropped on the window until all were read`, times: laidOut! },
    {
      name: `${what}, the longest pause of the window meanwhile`,
      times: whileLaidOut!,
      goalMs: longestPauseMs,
    },
    { name: `${what}, from “Import” until they are there`, times: broughtIn! },
    { name: `${what}, the longest pause of the window then`, times: whileBroughtIn!, goalMs: longestPauseMs },
  ]
}

/** What else the machine does makes pauses too: of the two rows the difference counts. */
async function measureIdle(app: App): Promise<Figures> {
  await app.page.evaluate(watchPauses)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const times = [await app.page.evaluate(longestPause)]
  return { name: 'nothing at all for 3 s, the longest pause of the window', times }
}

/** Runs in the page, which looks itself: a question from outside would make it pause. Fails where it never comes. */
async function untilThere({ selector, words }: { selector: string; words: string }): Promise<void> {
  const isThere = () =>
    [...document.querySelectorAll(selector)].some(({ textContent }) => textContent?.includes(words))
  const begun = performance.now()
  while (!isThere()) {
    if (performance.now() - begun > 120_000) throw new Error(`“${words}” was not seen in two minutes`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

interface Watched {
  pause: number
  timer: ReturnType<typeof setInterval>
}

/** Runs in the page. A pause is what a clock that ticks every few milliseconds comes late by. */
function watchPauses(): void {
  const everyMs = 5
  let last = performance.now()
  const watched: Watched = {
    pause: 0,
    timer: setInterval(() => {
      const now = performance.now()
      watched.pause = Math.max(watched.pause, now - last - everyMs)
      last = now
    }, everyMs),
  }
  Object.assign(window, { watched })
}

/** Runs in the page. What the report changes on the screen belongs to it. */
async function longestPause(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 200))
  const { watched } = window as unknown as { watched: Watched }
  clearInterval(watched.timer)
  return watched.pause
}

/** Runs in the page. */
async function importInPage({ paths, task }: { paths: string[]; task: string }): Promise<number> {
  const begun = performance.now()
  const request = { task, paths, format: null, encoding: null, again: false }
  const reply = (await window.rejoinder.request('document.import', request)) as {
    ok: boolean
    value: { files: { outcome: string }[] }
  }
  const ms = performance.now() - begun
  if (!reply.ok || reply.value.files.some(({ outcome }) => outcome !== 'imported'))
    throw new Error('not all came in')
  return ms
}

/** As reports are printed: a column of lines divided at their ends, with a running head and page numbers. */
function longPdf(): Uint8Array {
  const { text } = proseOf(220_000)
  const pages = setText(text.split('\n'), {
    columns: 1,
    lineLetters: 78,
    linesPerColumn: 52,
    begins: 'indented',
    divides: true,
    head: 'Report of the committee',
    foot: '#',
  })
  return makePdf({ pages: pages.slice(0, 300) })
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
