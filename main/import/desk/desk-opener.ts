import type { DeskOpener } from '../../project-context.ts'
import { type ExchangeImporter, projectTarget } from '../document-importer.ts'
import type { DocumentParser } from '../document-parser.ts'
import { ImportDesk } from './import-desk.ts'
import { KnownTexts } from './same-text.ts'

export function deskOpener(parser: DocumentParser, importExchangeFile: ExchangeImporter): DeskOpener {
  return (context, paths) => {
    const { documents, documentHeads } = context.project.repositories
    return ImportDesk.open(paths, {
      parser,
      target: () => projectTarget(context, 'desk', importExchangeFile),
      known: new KnownTexts(documentHeads.list(), (id) => documents.plainText(id)),
      titleOf: (id) => documents.get(id).title,
    })
  }
}
