import { request } from '../client.ts'

/** Opens a web address of a source in the browser, after main has shown its host and asked. */
export async function openLink(url: string): Promise<void> {
  await request('app.openExternal', { url })
}
