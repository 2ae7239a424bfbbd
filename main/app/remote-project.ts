import { sep } from 'node:path'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import { type ProjectHandlers, projectContract } from '../../preload/contract/index.ts'
import type { ChosenPaths } from './chosen-paths.ts'

type Ask = (channel: string, input: unknown) => Promise<Reply<unknown>>

/** Every request of the project’s contract, passed on to the process that holds the project. */
export function remoteProject(ask: Ask): ProjectHandlers {
  const passOn = (channel: string) => async (input: unknown) => {
    const reply = await ask(channel, input)
    if (reply.ok) return reply.value
    throw new Failure(reply.code, reply.message)
  }
  const nouns = Object.entries(projectContract).map(([noun, verbs]) => [
    noun,
    Object.fromEntries(Object.keys(verbs).map((verb) => [verb, passOn(`${noun}.${verb}`)])),
  ])
  return Object.fromEntries(nouns) as ProjectHandlers
}

/** The same for a page that may be in wrong hands: files are read and written only where a person chose them. */
export function withChosenPaths(project: ProjectHandlers, chosen: ChosenPaths): ProjectHandlers {
  return {
    ...project,
    document: {
      ...project.document,
      import(request) {
        chosen.demand('read', request.paths)
        return project.document.import(request)
      },
    },
    annotationImport: {
      ...project.annotationImport,
      async recognise(request) {
        chosen.demand('read', request.paths)
        const found = await project.annotationImport.recognise(request)
        // Who chose a folder chose what lies in it.
        const inside = found.filter(({ path }) => request.paths.some((one) => liesIn(one, path)))
        chosen.add(
          'read',
          inside.map(({ path }) => path),
        )
        return found
      },
      read(request) {
        chosen.demand('read', [request.path])
        return project.annotationImport.read(request)
      },
    },
    importDesk: {
      ...project.importDesk,
      open(request) {
        chosen.demand('read', request.paths)
        return project.importDesk.open(request)
      },
    },
    codebook: {
      ...project.codebook,
      async write(request) {
        chosen.demand('write', [request.to])
        const written = await project.codebook.write(request)
        chosen.add('show', [written.path])
        return written
      },
      read(request) {
        chosen.demand('read', [request.path])
        return project.codebook.read(request)
      },
      enter(request) {
        chosen.demand('read', [request.path])
        return project.codebook.enter(request)
      },
    },
    confrontation: {
      ...project.confrontation,
      async write(request) {
        chosen.demand('write', [request.to])
        const written = await project.confrontation.write(request)
        chosen.add('show', [written.path])
        return written
      },
    },
    exchange: {
      ...project.exchange,
      async write(request) {
        chosen.demand('write', [request.to])
        const report = await project.exchange.write(request)
        chosen.add('show', report.paths)
        return report
      },
    },
    project: {
      ...project.project,
      saveCopy(request) {
        chosen.demand('write', [request.to])
        return project.project.saveCopy(request)
      },
    },
  }
}

const liesIn = (folder: string, path: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`) && !path.split(sep).includes('..')
