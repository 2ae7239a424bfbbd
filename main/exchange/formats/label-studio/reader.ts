import { Gathering } from '../../foreign/gathering.ts'
import { objectOf } from '../../foreign/json-fields.ts'
import { filesWith, headOf, readJsonItems } from '../../foreign/json-files.ts'
import { nameIn } from '../../foreign/json-text.ts'
import { oneByOne } from '../../foreign/one-by-one.ts'
import type { FormatReader } from '../annotation-format.ts'
import { takeConfig } from './config.ts'
import { TaskGathering } from './tasks.ts'

/** Label Studio’s export as JSON or JSON-MIN, and what is imported there; with the configuration where it is at hand. */
export const labelStudioReader: FormatReader = {
  sharedEndings: ['json'],

  async recognises(source) {
    if (source.paths.includes('labeling-config.xml') && source.paths.includes('tasks.json')) return true
    for (const path of filesWith(source, 'json')) {
      const head = await headOf(source, path)
      const isTask =
        /"data"\s*:/.test(head) && /"(?:annotations|completions|predictions|result)"\s*:/.test(head)
      const isSmall = /"(?:hypertextlabels|labels)"\s*:\s*\[/.test(head) && /"start"\s*:/.test(head)
      // JSON-MIN says these of every task, also where nothing was marked in the text.
      const isSmallWork = /"annotation_id"\s*:/.test(head) && /"lead_time"\s*:/.test(head)
      if (isTask || isSmall || isSmallWork) return true
    }
    return false
  },

  async read(source, options) {
    const gathering = new Gathering(options)
    await oneByOne(
      source.paths.filter((path) => path.toLowerCase().endsWith('.xml')),
      options,
      async (path) => {
        takeConfig(await source.read(path), `“${nameIn(source, path)}”`, gathering)
      },
    )
    const tasks = new TaskGathering(gathering)
    await oneByOne(filesWith(source, 'json'), options, async (path) => {
      for await (const task of readJsonItems(source, path, options)) {
        const object = objectOf(task)
        if (object) tasks.take(object, nameIn(source, path))
        else gathering.leaveOut('entries that are no tasks')
      }
    })
    return gathering.finish()
  },
}
