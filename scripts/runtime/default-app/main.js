// What Electron runs when it is started with a folder: `electron . [arguments]`. The official Electron brings
// such a starter along; the one from the npm registry gets this.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!folder) {
  console.error('Usage: electron <folder> [arguments]')
  app.exit(1)
} else {
  const path = resolve(folder)
  const { name, productName, version, main } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  app.setName(productName ?? name)
  app.setVersion(version)
  app.setAppPath(path)
  app.setDesktopName(`${name}.desktop`)
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true })
  await import(pathToFileURL(join(path, main)).href)
}
