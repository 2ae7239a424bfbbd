import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { appFolder } from '../../../app-folder.ts'

const { version } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string }

/** What the files say wrote them. */
export const program = `Rejoinder ${version}`
