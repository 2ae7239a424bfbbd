import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { toFailure } from '../db/sqlite-failure.ts'
import { appFolder } from '../main/app-folder.ts'
import { formats } from '../main/exchange/formats/index.ts'
import { Failure } from '../preload/contract/failure.ts'
import { Paper } from '../preload/contract/reading-copy.ts'
import { LineOrder } from '../preload/contract/search.ts'
import { checkFile } from './check.ts'
import { exportDataset } from './export.ts'
import { listFormats } from './formats.ts'
import { importFiles } from './import.ts'
import { newProject } from './new.ts'
import { readingParts } from './reading-options.ts'
import { searchProject } from './search.ts'
import { showStats } from './stats.ts'
import { type Streams, terminal } from './terminal.ts'
import type { Surroundings } from './with-session.ts'
import { WrongWords } from './wrong-words.ts'

const { version } = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { version: string }

export interface RunOptions extends Partial<Streams> {
  /** Stops an import or export, as Ctrl+C does. */
  signal?: AbortSignal
}

/**
 * Does what the words after the program's name ask for. Never rejects; the exit status is 0 when it is done, 1 when
 * the input is bad or a check found something, 2 when the words make no sense. Resolves when all is written.
 */
export async function run(
  words: readonly string[],
  { stdout = process.stdout, stderr = process.stderr, signal }: RunOptions = {},
): Promise<number> {
  const json = words.includes('--json')
  const out = terminal({ stdout, stderr }, json)
  const status = await perform(words, { stdout, stderr }, { terminal: out, signal })
  await Promise.all(
    [stdout, stderr].map((stream) => new Promise<void>((done) => stream.write('', () => done()))),
  )
  return status
}

async function perform(
  words: readonly string[],
  streams: Streams,
  surroundings: Surroundings,
): Promise<number> {
  const { terminal } = surroundings
  let about = ''
  const program = programOf(surroundings, streams, (file) => {
    about = file
  })
  try {
    await program.parseAsync(words, { from: 'user' })
    return terminal.status()
  } catch (error) {
    // Commander has said already what is wrong.
    if (error instanceof CommanderError) {
      const isFine = error.exitCode === 0
      if (!isFine)
        terminal.result({ problems: [{ file: null, what: error.message.replace(/^error: /, '') }] })
      return isFine ? 0 : 2
    }
    if (error instanceof WrongWords) {
      terminal.note(`error: ${error.message}`)
      terminal.result({ problems: [{ file: null, what: error.message }] })
      return 2
    }
    const what = sentenceOf(error)
    terminal.problem({ file: about, what })
    terminal.result({ problems: [{ file: about, what }] })
    return 1
  }
}

function sentenceOf(thrown: unknown): string {
  const error = toFailure(thrown)
  if (error instanceof Failure) return error.message
  return `Something went wrong inside the program: ${error instanceof Error ? (error.stack ?? error.message) : error}`
}

/** `onFile` hears which file a command is about, for the messages. */
function programOf(surroundings: Surroundings, streams: Streams, onFile: (file: string) => void): Command {
  const program = new Command('rejoinder')
    .description('Annotated texts: claims, rebuttals and the links between them, without a window.')
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void streams.stdout.write(text),
      writeErr: (text) => void streams.stderr.write(text),
    })

  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .option('--json', 'one JSON value on stdout, and nothing else there')
      .allowExcessArguments(false)
      .hook('preAction', (_, { args }) => onFile(args[0] ?? ''))

  command('new', 'make a project file')
    .argument('<project>')
    .option('--name <name>', 'what the project is called; otherwise as its file')
    .option('--sample', 'fill it with the sample project')
    .action((path, options) => newProject(path, options, surroundings))

  command('import', 'import files or folders into a project')
    .argument('<project>')
    .argument('<path...>')
    .addOption(
      new Option('--format <format>', 'otherwise by content, then by name').choices(
        formats.filter(({ reads }) => reads).map(({ name }) => name),
      ),
    )
    .option('--encoding <encoding>', 'of text files; otherwise detected')
    .option('--annotator <name>', 'who signs the import; otherwise the user of this computer')
    .option('--again', 'also what is in the project already')
    .option(
      '--map <theirs=ours>',
      'of annotations of other programs: what their tag, link type or annotator is here; may be repeated',
      collected,
    )
    .option(
      '--leave-out <theirs>',
      'of annotations of other programs: a tag or link type that stays out; may be repeated',
      collected,
    )
    .option('--update', 'of annotations that came from this project: takes what was changed outside')
    .option('--dry-run', 'of annotations of other programs: say what would come in, and take nothing')
    .option('--delete-missing', 'with --update: takes away what was deleted outside')
    .option('--turns', 'lines that begin with a name and a colon are turns of speakers')
    .option('--no-turns', 'they are part of the text; otherwise found out')
    .option('--whole-page', 'of web pages all; otherwise the article where one is found')
    .option('--text-column <name>', 'of tables the column that is the text; otherwise found out')
    .option('--sheet <name>', 'of workbooks the sheet; otherwise the first that is shown and filled')
    .option('--meta <column=field>', 'of tables what a column becomes; may be repeated', collected)
    .action((project, paths, options) => importFiles(project, paths, options, surroundings))

  command('export', 'write a dataset')
    .argument('<project>')
    .addOption(
      new Option('--format <format>')
        .choices(formats.filter(({ writes }) => writes).map(({ name }) => name))
        .makeOptionMandatory(),
    )
    .option('--out <path>', 'the file or folder to write; needed unless with --dry-run')
    .option('--dry-run', 'say what the format cannot hold and how much of it there is, and write nothing')
    .option(
      '--annotator <name>',
      'only the work of this annotator, by name or id; may be repeated',
      collected,
    )
    .option('--document <title>', 'only this document, by title or id; may be repeated', collected)
    .option('--with-originals', 'the imported files too, in a folder beside it')
    .option('--replace', 'replace what an earlier export wrote there')
    .option('--licence <licence>', 'of a dataset: by its SPDX identifier, such as CC-BY-4.0, or in words')
    .option('--authors <names>', 'of a dataset: whose it is')
    .option('--address <url>', 'of a dataset: where it will be found')
    .option('--method <words>', 'of a dataset: how it was annotated')
    .option(
      '--withhold <title>',
      'of a dataset: leave this document’s text out, by title or id, or “all”; may be repeated',
      collected,
    )
    .option('--no-names', 'of a dataset: number the annotators instead of naming them')
    .option('--seed <number>', 'of a dataset: the same seed gives the same splits; 1 otherwise')
    .option('--split <percents>', 'of a dataset: train/dev/test; 80/10/10 otherwise')
    .option('--tag <name>', 'of a reading copy: only passages of this tag; may be repeated', collected)
    .addOption(
      new Option('--without <part>', 'of a reading copy: what is not shown; may be repeated')
        .choices(readingParts)
        .argParser(eachOf(readingParts)),
    )
    .option('--notes-after', 'of a reading copy: notes after the text, not beside it')
    .addOption(new Option('--paper <size>', 'of a PDF: A4 otherwise').choices(Paper.options))
    .action((project, options) => exportDataset(project, options, surroundings))

  command('formats', 'list the formats and what each cannot hold').action(() =>
    listFormats(surroundings.terminal),
  )

  command('stats', 'count what is in a project')
    .argument('<project>')
    .action((project) => showStats(project, surroundings))

  command('search', 'find words in the texts, each hit in its line')
    .argument('<project>')
    .argument('<query>', 'words, "phrases", prefixes*, /expressions/, NEAR(a b, 5), OR, -not')
    .option('--limit <number>', 'how many lines', '50')
    .addOption(
      new Option('--sort <order>', 'what lines are sorted by').choices(LineOrder.options).default('text'),
    )
    .option('--case', 'tell capital from small letters')
    .option('--accents', 'tell letters with and without accents apart')
    .option('--tag <name>', 'only inside annotations of this tag; may be repeated', collected)
    .action((project, query, options) => searchProject(project, query, options, surroundings))

  command('check', 'check a project, an exchange file, or the folder of a dataset')
    .argument('<path>')
    .action((file) => checkFile(file, surroundings))

  return program
}

/** As `collected`, of these words alone. */
const eachOf =
  (words: readonly string[]) =>
  (value: string, before: string[] = []): string[] => {
    if (words.includes(value)) return collected(value, before)
    throw new InvalidArgumentError(`Give one of ${words.join(', ')}.`)
  }

function collected(value: string, before: string[] = []): string[] {
  return [...before, value]
}
