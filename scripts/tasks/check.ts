/** All of it, before handing in. */
export { test as check } from './test.ts'
