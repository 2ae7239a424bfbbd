import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { isRoot } from './places.ts'
import { SetupProblem } from './say.ts'

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Whether windows of tests need a screen of their own: root's tests run as somebody root's screen refuses. */
export function needsVirtualDisplay(): boolean {
  return process.platform === 'linux' && (isRoot() || !hasDisplay())
}

interface Display {
  name: string
  close: () => void
}

/** Screens nobody looks at. Every call gets screens of its own, so that runs side by side do not meet. */
export function openVirtualDisplays(count: number): Promise<Display[]> {
  return Promise.all(Array.from({ length: count }, openVirtualDisplay))
}

async function openVirtualDisplay(): Promise<Display> {
  // The place of the sockets belongs to root; Xvfb complains when it has to make it as somebody else.
  if (isRoot()) mkdirSync('/tmp/.X11-unix', { recursive: true, mode: 0o1777 })
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  )
  const number = await new Promise<string>((resolve, reject) => {
    let text = ''
    server.stdio[3]!.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) resolve(text.trim())
    })
    server.on('error', reject)
    server.on('exit', () => reject(new SetupProblem('Xvfb, the virtual display, did not start.')))
  })
  return { name: `:${number}`, close: () => server.kill() }
}
