import { codeNames } from '../../../codebook/refi-codes.ts'
import { asXmlHasIt } from '../../../xml/xml-text.ts'
import type { Dataset, Tag } from '../../dataset.ts'
import type { TouchingLoss } from '../annotation-format.ts'
import { beyondXmlLoss, thatTouch, touched } from '../losses.ts'
import { structuredDocuments } from '../plain-text.ts'
import { isUnplaced } from './notes.ts'

/** What REFI-QDA has no place for. Reads every text. */
export function refiLosses(dataset: Dataset): TouchingLoss[] {
  const { annotations, documents, links, linkTypes, memos, speakers, tags } = dataset
  const codes = codeNames(tags)
  const used = new Set(links.map(({ linkType }) => linkType))
  return thatTouch([
    {
      what: 'headings, lists, emphasis, pages, who speaks in turns and other structure of texts',
      touches: structuredDocuments(dataset),
    },
    {
      what: 'how far the work on a document is',
      touches: touched('document', documents, ({ status }) => status !== 'to-do'),
    },
    {
      what: 'documents without a title, which get one',
      touches: touched('document', documents, ({ title }) => title === ''),
    },
    {
      what: 'names and checksums of the imported files',
      touches: touched('document', documents),
    },
    {
      what: 'roles, keys and attributes of tags',
      touches: touched('tag', tags, saysMore),
    },
    {
      what: 'tags and link types without a name, which get one',
      touches: [
        ...touched('tag', tags, isUnnamed),
        ...touched('link_type', linkTypes, ({ name }) => name === ''),
      ],
    },
    {
      what: 'names that several tags have, of which the later ones get that of the tag above or a number',
      touches: touched('tag', tags, (tag) => !isUnnamed(tag) && codes.get(tag.id) !== asXmlHasIt(tag.name)),
    },
    {
      what: 'annotations of several passages, which become one for each passage',
      touches: touched('annotation', annotations, ({ spans }) => spans.length > 1),
    },
    {
      what: 'attributes and confidence of annotations',
      touches: touched(
        'annotation',
        annotations,
        ({ attributes, confidence }) => attributes.size > 0 || confidence !== null,
      ),
    },
    {
      what: 'who made a link without a note, and when',
      touches: touched('link', links, ({ note }) => note === ''),
    },
    {
      what: 'strength and status of links',
      touches: touched('link', links, ({ strength, status }) => strength !== null || status !== ''),
    },
    {
      what: 'which tags a link type may join, and link types that no link is of',
      touches: touched(
        'link_type',
        linkTypes,
        ({ id, sourceRoles, targetRoles }) =>
          !used.has(id) || sourceRoles.length > 0 || targetRoles.length > 0,
      ),
    },
    {
      what: 'whether a speaker is a person, and other names of speakers',
      touches: touched(
        'speaker',
        speakers,
        ({ kind, variants }) => kind !== 'unknown' || variants.length > 0,
      ),
    },
    { what: 'memos about speakers', touches: touched('memo', memos, isUnplaced) },
    beyondXmlLoss(dataset, { withTexts: false }),
  ])
}

const isUnnamed = ({ name }: Tag): boolean => name.trim() === ''

function saysMore({ role, key, attributes }: Tag): boolean {
  return role !== 'none' || key !== '' || attributes.length > 0
}
