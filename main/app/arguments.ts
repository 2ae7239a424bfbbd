import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * What the words after the program's name ask for: a command without a window, the workbench, or to set the pages of
 * PDF files for a command, as that starts the program for itself.
 */
export type Start = { command: string[] } | { project: string | null } | { setsPages: true }

/** The switch that asks for it. */
export const setPagesSwitch = '--set-pages'

/** The first words that mean the command line. */
export const commandNames: readonly string[] = [
  'new',
  'import',
  'export',
  'formats',
  'stats',
  'search',
  'check',
  'help',
]

/**
 * Reads `process.argv`. `started` tells how: `electron .` has the folder of the program as its first word.
 * Switches before the first word are Chromium's and are passed over; those after a command are the command's.
 */
export function readArguments(
  argv: readonly string[],
  started: 'packaged' | 'from-folder',
  workingFolder: string,
): Start {
  const words = argv.slice(1)
  if (started === 'from-folder') words.splice(0, words.findIndex((word) => !word.startsWith('-')) + 1)
  const first = words.findIndex((word) => !word.startsWith('-'))
  const word = words[first]
  if (words.slice(0, first === -1 ? undefined : first).includes(setPagesSwitch)) return { setsPages: true }
  if (word === undefined) return { project: null }
  if (commandNames.includes(word)) return { command: words.slice(first) }
  return { project: toPath(word, workingFolder) }
}

// Linux desktops may give a file as a URL.
function toPath(word: string, workingFolder: string): string {
  if (!word.startsWith('file:')) return resolve(workingFolder, word)
  try {
    return fileURLToPath(word)
  } catch {
    return resolve(workingFolder, word)
  }
}
