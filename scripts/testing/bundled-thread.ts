import { inject } from 'vitest'

/** Stands for db/thread-file.ts in the unit tests. */
export const threadFile = (name: string): URL => new URL(`${name}.js`, inject('threads'))
