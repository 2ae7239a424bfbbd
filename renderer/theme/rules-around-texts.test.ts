import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const around =
  /(?:(?<![\w.-])(?:html|body)|:root|#root|\.(?:workbench(?:-middle)?|panes?|reader|document-(?:place|view|page|text)|section))(?![\w-])[^\s,>+~{}()]*:has\(/

it('asks no element that holds a text what it has: the answer costs all of the text at each change', () => {
  const files = globSync('renderer/**/*.css', { cwd: `${import.meta.dirname}/../..` })
  expect(files.length).toBeGreaterThan(20)
  const asking = files.filter((file) =>
    around.test(readFileSync(`${import.meta.dirname}/../../${file}`, 'utf8')),
  )
  expect(asking).toEqual([])
})
