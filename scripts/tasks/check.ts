import test from './test.ts'

/** All of it, before handing in. */
export default test
