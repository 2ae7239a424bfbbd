import { request } from '../client.ts'
import { say } from '../store/notices.ts'
import { closeDialog, showDialog } from '../store/screen.ts'

export interface FileToSave {
  /** Of the dialog that asks where it goes. */
  title: string
  name: string
  ending: string
  content: string | Uint8Array<ArrayBuffer>
}

/** Asks where a file goes and writes it there; first asks whether to replace what is there. */
export async function saveFile({ title, name, ending, content }: FileToSave): Promise<void> {
  const suggestedName = `${name
    .replace(/[/\\:*?"<>|]/g, ' ')
    .slice(0, 120)
    .trim()}.${ending}`
  const target = await request('app.chooseTarget', { title, suggestedName, ending })
  if (!target) return
  if (target.exists) showDialog({ kind: 'replace-file', path: target.path, content })
  else await writeFile(target.path, content, false)
}

export async function writeFile(
  to: string,
  content: string | Uint8Array<ArrayBuffer>,
  replace: boolean,
): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  await request('app.writeFile', { to, bytes, replace })
  if (replace) closeDialog()
  say(`Saved: ${to}`)
}
