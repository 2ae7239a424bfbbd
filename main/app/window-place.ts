import { join } from 'node:path'
import { z } from 'zod'
import { readJson, writeJson } from './json-file.ts'

const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })
export type Rectangle = z.infer<typeof Rectangle>

/** Where the window stands when it is not maximised, in device-independent pixels. */
export const WindowPlace = z.object({ bounds: Rectangle, maximised: z.boolean() })
export type WindowPlace = z.infer<typeof WindowPlace>

// So narrow that at 100 % it shows what a large window does at 400 %.
export const smallest = { width: 320, height: 256 }
const usual = { width: 1360, height: 860 }

/** Where the window stood last, kept in the folder of the person's settings. */
export function windowPlaceIn(folder: string) {
  const path = join(folder, 'window.json')
  return {
    get: (): WindowPlace | undefined => WindowPlace.safeParse(readJson(path)).data,
    keep: (place: WindowPlace): void => writeJson(path, place),
  }
}

/**
 * Where to put the window on the screens there are now, the main one first: where it stood, all of it on one
 * screen; in the middle of the main screen when it would not be seen where it stood, or never stood anywhere.
 */
export function placeWindow(last: Rectangle | undefined, workAreas: readonly Rectangle[]): Rectangle {
  const home = last && workAreas.find((area) => isReachable(last, area))
  if (last && home) return fitInto(last, home)
  const main = workAreas[0] ?? { x: 0, y: 0, ...usual }
  const width = Math.min(usual.width, main.width)
  const height = Math.min(usual.height, main.height)
  const middle = (start: number, room: number, size: number) => start + Math.floor((room - size) / 2)
  return { x: middle(main.x, main.width, width), y: middle(main.y, main.height, height), width, height }
}

// Enough of its title bar is on the screen to take hold of it.
function isReachable(window: Rectangle, area: Rectangle): boolean {
  const seenWidth = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return seenWidth >= 120 && window.y >= area.y - 10 && window.y <= area.y + area.height - 40
}

function fitInto(window: Rectangle, area: Rectangle): Rectangle {
  const width = Math.max(smallest.width, Math.min(window.width, area.width))
  const height = Math.max(smallest.height, Math.min(window.height, area.height))
  const within = (at: number, start: number, room: number) => Math.max(start, Math.min(at, start + room))
  return {
    x: within(window.x, area.x, area.width - width),
    y: within(window.y, area.y, area.height - height),
    width,
    height,
  }
}
