import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Node and Chromium of the oldest Electron this runs on: the one from the npm registry that development and tests
// fall back to (scripts/runtime/registry-electron.ts).
const node = 'node20.18'
const chrome = 'chrome130'

// How long a plugin took is no warning.
const checks = { pluginTimings: false }

export default defineConfig({
  main: {
    // Its entry for Node declares a `require` of its own, which an ES module can do once, and packages of CommonJS need one.
    resolve: { alias: { fflate: 'fflate/browser' } },
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
          'parse-worker': 'main/import/parse-worker.ts',
          'export-worker': 'main/exchange/export-thread/export-worker.ts',
          'read-worker': 'main/exchange/arrival/read-worker.ts',
          'search-worker': 'main/search/search-worker.ts',
          'copies-worker': 'main/copies/copies-worker.ts',
          'damage-worker': 'db/gate/damage-worker.ts',
        },
        // It loads a binary that stands beside it.
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
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
