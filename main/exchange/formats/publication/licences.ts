/** Licences by their SPDX identifiers, with what the Hugging Face hub calls them. */
const hubNames: Readonly<Record<string, string>> = {
  'CC0-1.0': 'cc0-1.0',
  'CC-BY-4.0': 'cc-by-4.0',
  'CC-BY-SA-4.0': 'cc-by-sa-4.0',
  'CC-BY-NC-4.0': 'cc-by-nc-4.0',
  'CC-BY-NC-SA-4.0': 'cc-by-nc-sa-4.0',
  'CC-BY-ND-4.0': 'cc-by-nd-4.0',
  'CC-BY-NC-ND-4.0': 'cc-by-nc-nd-4.0',
  'ODbL-1.0': 'odbl',
  'ODC-By-1.0': 'odc-by',
  'PDDL-1.0': 'pddl',
}

/** What the hub calls a licence; undefined for one that it has no name for. */
export const hubNameOf = (licence: string): string | undefined => hubNames[licence]

/** Where a licence stands; undefined for words that are no SPDX identifier known here. */
export const addressOf = (licence: string): string | undefined =>
  licence in hubNames ? `https://spdx.org/licenses/${licence}.html` : undefined
