import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startApp } from '../e2e/app.ts'
import { clickWords, inspector, openDocument, pane, selectWords, settled } from '../e2e/reading.ts'
import { projectFolder } from './runtime/places.ts'

/**
 * Leads the real program through the main job on the sample project. Leaves numbered pictures and the exported dataset
 * in tour/: the demonstration where there is no screen, and where the guide’s pictures come from.
 */
const folder = join(projectFolder, 'tour')
for (const name of ['dataset', 'pictures']) {
  rmSync(join(folder, name), { recursive: true, force: true })
  mkdirSync(join(folder, name), { recursive: true })
}

const app = await startApp()
const { page } = app
let number = 0
const contents: string[] = []

async function picture(name: string, words: string): Promise<void> {
  number += 1
  const file = `${String(number).padStart(2, '0')}-${name}.png`
  await settled(app)
  await page.screenshot({ path: join(folder, 'pictures', file) })
  contents.push(`${file}: ${words}`)
  console.log(`${file}  ${words}`)
}

const key = (keys: string) => page.keyboard.press(keys)

/** Takes what comes up over a claim away: the pointer from the one it is on, and Escape for the one in focus. */
async function withoutTips(): Promise<void> {
  const tips = page.getByRole('tooltip')
  await page.mouse.move(2, 2)
  await pane(app, 'right').getByRole('tooltip').waitFor()
  await key('Escape')
  await tips.first().waitFor({ state: 'hidden' })
}

async function theme(name: 'light' | 'dark'): Promise<void> {
  await app.request('app.preferences', { theme: name })
  await page.evaluate((chosen) => {
    document.documentElement.dataset.theme = chosen
  }, name)
}

await theme('light')
await picture('start', 'The first screen: a new project, one of before, or the sample.')

await page.getByRole('button', { name: 'Open the sample project' }).click()
await pane(app, 'left').waitFor()
await picture('sample', 'The sample project: four texts about one bridge, tagged and linked.')

await clickWords(app, 'we see no sign that the closure has harmed trade')
await inspector(app).getByText('rebuts this').first().waitFor()
await picture(
  'claim',
  'A claim in focus: who says it, the claim it states, its links with the words at their other ends.',
)

await key('Shift+Enter')
await pane(app, 'right').waitFor()
await withoutTips()
await picture('side-by-side', 'Shift+Enter opens the other end beside it.')

await key('F6')
await key('ControlOrMeta+\\')
await openDocument(app, 'One bridge, two ways of counting')
await selectWords(app, 'two prams, a tuba, and not one horn')
await picture('selected', 'A passage is selected, by mouse or by keyboard alone.')

await key('3')
await inspector(app).getByText('Premise').first().waitFor()
await picture('tagged', 'One key tags it.')

await key('l')
await page.getByRole('region', { name: 'Pending link' }).waitFor()
await openDocument(app, 'What the trial has shown')
await clickWords(app, 'nitrogen dioxide on the bridge fell')
await picture('pending', 'L begins a link; it waits in the tray while one goes to the other end.')

await key('l')
await page.getByRole('dialog').waitFor()
await picture('link-type', 'One letter says what the first does to the second.')

await key('s')
await page.getByRole('dialog').waitFor({ state: 'hidden' })
await inspector(app).getByText('two prams').waitFor()
await picture('linked', 'The link is there, to be followed from both ends.')

await key('ControlOrMeta+B')
await page.getByRole('dialog').waitFor()
await picture('codebook', 'The codebook: tags and link types.')
await key('Escape')

await key('ControlOrMeta+K')
await page.getByRole('dialog').waitFor()
await picture('palette', 'Every command, by name.')
await key('Escape')
await key('F1')
await page.getByRole('dialog').waitFor()
await picture('shortcuts', 'Every key.')
await key('Escape')

await key('ControlOrMeta+E')
await page.getByRole('dialog').waitFor()
await page.getByText('Memos').waitFor()
await picture('export', 'The export says beforehand what the format cannot hold.')
await app.savesTo(join(folder, 'dataset', 'weavers-bridge.jsonl'))
await page.getByRole('button', { name: 'Export…' }).click()
await page.getByRole('button', { name: 'Show in folder' }).waitFor()
await picture('exported', 'The dataset is written.')
await key('Escape')
await app.savesTo(join(folder, 'dataset', 'tables'))
const tables = await app.request('app.chooseTarget', {
  title: 'Tables',
  suggestedName: 'tables',
  ending: null,
})
if (tables) await app.request('exchange.write', { format: 'csv', to: tables.path, task: 'tour' })

await theme('dark')
await picture('dark', 'The same in the dark.')
await key('Shift+Enter')
await pane(app, 'right').waitFor()
await page.mouse.move(2, 2)
await picture('dark-side-by-side', 'Two documents side by side in the dark.')

await app.leave()
writeFileSync(join(folder, 'pictures', 'contents.txt'), `${contents.join('\n')}\n`)
