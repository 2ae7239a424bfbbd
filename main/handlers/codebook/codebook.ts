import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Failure } from '../../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { codebookOf } from '../../codebook/codebook-data.ts'
import { compareCodebooks } from '../../codebook/compare.ts'
import { enterCodebook } from '../../codebook/enter.ts'
import { codebookFormats } from '../../codebook/formats.ts'
import { readCodebook } from '../../codebook/read-codebook.ts'
import { place } from '../../exchange/target.ts'
import type { ProjectContext } from '../../project-context.ts'

/** The codebook alone, out and in. */
export function codebookHandlers({ project }: ProjectContext): ProjectHandlers['codebook'] {
  const { history, repositories } = project
  return {
    formats: () =>
      codebookFormats.map(({ write: _, changes: __, read, ...format }) => ({
        ...format,
        reads: read !== undefined,
        writes: true,
      })),

    async write({ format: name, to, replace }) {
      const format = codebookFormats.find((one) => one.name === name)
      if (!format) throw new Failure('bad-input', `“${name}” is not a format for codebooks.`)
      const codebook = codebookOf(repositories)
      const text = format.write(codebook, repositories.project.get().name)
      const write = async (path: string) => {
        await writeFile(path, text, { flag: 'wx', flush: true })
        return ['']
      }
      const [path] = await place([{ to, makes: 'file', write }], {
        replace,
        signal: new AbortController().signal,
      })
      return { path: path!, changed: format.changes?.(codebook) ?? [] }
    },

    async read({ path }) {
      const theirs = await readCodebook(path)
      return { entries: compareCodebooks(codebookOf(repositories), theirs), notes: theirs.notes }
    },

    async enter({ path, choices }) {
      const theirs = await readCodebook(path)
      return history.record(`import codebook ${basename(path)}`, () =>
        enterCodebook(project, theirs, choices),
      )
    },
  }
}
