import { derivedGuid } from '../../../codebook/guid.ts'
import { asXmlHasIt } from '../../../xml/xml-text.ts'

interface LinkTypeAsWritten {
  name: string
  symmetric: boolean
  color: string
}

/** Links say the name of their type each; those that say the same are of one type. */
export const linkTypeId = ({ name, symmetric, color }: LinkTypeAsWritten): string =>
  derivedGuid('link type', JSON.stringify([linkNameOf(name), symmetric, color.toLowerCase()]))

/** A link says by its name what it does; one that says nothing joins two things. */
export const linkNameOf = (name: string): string => asXmlHasIt(name) || 'linked with'
