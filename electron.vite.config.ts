import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { bundling, threads } from './scripts/threads.ts'

// Node and Chromium of the oldest Electron this runs on: the one from the npm registry that development and tests
// fall back to (scripts/runtime/registry-electron.ts).
const node = 'node20.18'
const chrome = 'chrome130'

// How long a plugin took is no warning.
const checks = { pluginTimings: false }

export default defineConfig({
  main: {
    resolve: { alias: bundling.alias },
    build: {
      outDir: 'out/main',
      target: node,
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        checks,
        input: {
          index: 'main/index.ts',
          'project-process': 'main/project-process.ts',
          ...threads,
        },
        external: [...bundling.external],
        output: bundling.output,
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: node,
      sourcemap: true,
      // A sandboxed preload can load one CommonJS file and nothing beside it.
      externalizeDeps: false,
      rolldownOptions: {
        checks,
        input: { index: 'preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      // It is read from the disk, and nobody waits for a network.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      target: chrome,
      sourcemap: true,
      // The content security policy allows files of ours, and nothing inline.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // The fonts by themselves, for what is printed.
      rolldownOptions: { checks, input: { index: 'renderer/index.html', fonts: 'renderer/theme/fonts.css' } },
    },
  },
})
