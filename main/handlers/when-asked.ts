import { contract, type ProjectHandlers } from '../../preload/contract/index.ts'

/**
 * The handlers of a noun, loaded when one of them is first asked for. For what brings a good part of the program along
 * and is not needed to read: a project opens that much sooner.
 */
export function whenAsked<Noun extends keyof ProjectHandlers>(
  noun: Noun,
  load: () => Promise<ProjectHandlers[Noun]>,
): ProjectHandlers[Noun] {
  let loading: Promise<Record<string, (input: unknown) => unknown>> | undefined
  const verbs = Object.keys(contract[noun]).map((verb) => [
    verb,
    async (input: unknown) => {
      loading ??= load() as unknown as typeof loading
      return (await loading)![verb]!(input)
    },
  ])
  return Object.fromEntries(verbs)
}
