import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { commandNames } from '../main/app/arguments.ts'
import { run } from './run.ts'

it('has the commands that the program with a window hands over to it', async () => {
  let help = ''
  const out = new Writable({
    write(chunk, _encoding, done) {
      help += chunk
      done()
    },
  })
  await run(['--help'], { stdout: out, stderr: out })
  const names = [...help.slice(help.indexOf('Commands:')).matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)
  expect(names.toSorted()).toEqual([...commandNames].toSorted())
})
