// The workbench, held back until whoever drives it is connected and lets it go: a window that comes into being while
// Playwright connects may never be heard of, and the launch then waits for ever. Playwright has a loader for that, but
// not where it is told which Electron to start.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = join(import.meta.dirname, '..', '..')
const { version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setAppPath(folder)
app.setVersion(version)

const ready = app.whenReady()
const driven = Promise.withResolvers()
app.whenReady = () => driven.promise
globalThis.letGo = () => driven.resolve(ready)

await import(pathToFileURL(join(folder, main)).href)
