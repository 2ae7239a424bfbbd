import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from './processes.ts'

/** Somebody to run a process as; `{}` is whoever runs this. */
export interface User {
  uid?: number
  gid?: number
}

/**
 * Whether Chromium’s sandbox works for this user. It needs user namespaces, or its helper `chrome-sandbox`
 * owned by root with the set-user-id bit, as distributions install it. It never works for root.
 */
export function sandboxWorks(user: User, electronFolder: string): boolean {
  if (process.platform !== 'linux') return true
  if ((user.uid ?? process.getuid?.()) === 0) return false
  const namespaces = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { ...user, stdio: 'ignore' })
  if (namespaces.status === 0) return true
  return capture('find', [helper(electronFolder), '-user', 'root', '-perm', '-4000']).output.startsWith('/')
}

/** The command that makes the sandbox work where user namespaces are switched off. */
export function commandForHelper(electronFolder: string): string {
  return `sudo chown root ${helper(electronFolder)} && sudo chmod 4755 ${helper(electronFolder)}`
}

/** The user without rights that every system has. */
export function nobody(): Required<User> {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return { uid: Number(line?.[1] ?? 65534), gid: Number(line?.[2] ?? 65534) }
}

function helper(electronFolder: string): string {
  return join(electronFolder, 'chrome-sandbox')
}
