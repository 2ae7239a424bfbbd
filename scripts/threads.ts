/** What runs in threads of its own: the file of each, by the name `threadFile` (db/thread-file.ts) is asked for. */
export const threads = {
  'parse-worker': 'main/import/parse-worker.ts',
  'export-worker': 'main/exchange/export-thread/export-worker.ts',
  'read-worker': 'main/exchange/arrival/read-worker.ts',
  'search-worker': 'main/search/search-worker.ts',
  'copies-worker': 'main/copies/copies-worker.ts',
  'damage-worker': 'db/gate/damage-worker.ts',
}

/** How they and the rest of the main process are put into files. */
export const bundling = {
  // Its entry for Node declares a `require` of its own, which an ES module can do once, and packages of CommonJS need one.
  alias: { fflate: 'fflate/browser' },
  // It loads a binary that stands beside it.
  external: ['better-sqlite3'],
  output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
} as const
