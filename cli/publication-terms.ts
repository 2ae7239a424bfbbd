import { PublicationTerms } from '../preload/contract/publication.ts'
import { WrongWords } from './wrong-words.ts'

/** The words of `export --format dataset`. */
export interface TermOptions {
  licence?: string
  authors?: string
  address?: string
  method?: string
  /** Titles or ids, or `all`. */
  withhold?: string[]
  /** False for `--no-names`. */
  names: boolean
  seed?: string
  /** As `80/10/10`. */
  split?: string
}

/** What was said of the publication. Fails with `WrongWords` where that makes no sense. */
export function termsOf(
  { licence, authors, address, method, withhold = [], names, seed, split }: TermOptions,
  documentNamed: (words: string) => number,
): PublicationTerms {
  const [train, dev, test, ...more] = (split ?? '80/10/10').split('/').map(Number)
  const asked = PublicationTerms.safeParse({
    ...{ licence, authors, address, method, namesAnnotators: names },
    withheld: withhold.includes('all') ? 'all' : withhold.map(documentNamed),
    seed: seed === undefined ? undefined : Number(seed),
    shares: more.length > 0 ? null : { train, dev, test },
  })
  if (asked.success) return asked.data
  const [first] = asked.error.issues
  const { path, message } = first!
  switch (path[0]) {
    case 'seed':
      throw new WrongWords(`“${seed}” is no seed: give a whole number from 0 to 4294967295.`)
    case 'shares':
      throw new WrongWords(`“${split}” does not say how to split: give three percentages, such as 80/10/10.`)
    default:
      throw new WrongWords(`--${String(path[0])}: ${message}`)
  }
}

/** Which of the words only a dataset to publish takes; undefined where none was said. */
export function termSaid(options: TermOptions): string | undefined {
  const { names, ...others } = options
  const said = (['licence', 'authors', 'address', 'method', 'withhold', 'seed', 'split'] as const).find(
    (name) => others[name] !== undefined,
  )
  return said ?? (names ? undefined : 'no-names')
}
