import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'
import { bundling, threads } from '../threads.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the bundled threads, as an address. */
    threads: string
  }
}

/** Puts the threads into files for one run of the unit tests, as the program is put together. */
export default async function bundleThreads({ config, provide }: TestProject): Promise<() => void> {
  // In the checkout, where they find the packages that are not bundled.
  const parent = join(config.root, 'node_modules', '.cache')
  mkdirSync(parent, { recursive: true })
  const folder = mkdtempSync(join(parent, 'threads-'))
  await build({
    configFile: false,
    root: config.root,
    logLevel: 'error',
    resolve: { alias: bundling.alias },
    ssr: { noExternal: true, external: [...bundling.external] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: folder,
      rolldownOptions: { input: threads, output: bundling.output },
    },
  })
  provide('threads', `${pathToFileURL(folder)}/`)
  return () => rmSync(folder, { recursive: true, force: true })
}
