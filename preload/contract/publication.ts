import { z } from 'zod'
import { DocumentId } from './ids.ts'

/** Percent of a dataset that each split is to have. */
export const Shares = z
  .object({ train: z.int().min(1).max(100), dev: z.int().min(0).max(99), test: z.int().min(0).max(99) })
  .refine(({ train, dev, test }) => train + dev + test === 100, {
    error: 'The three splits have to be 100 percent in all.',
  })

/** What a person says of a dataset that is published, and how it is parted. */
export const PublicationTerms = z.object({
  /** Whose texts do not go out: of these there are hashes and places only. */
  withheld: z.union([z.literal('all'), z.array(DocumentId)]).default([]),
  /** An SPDX identifier or other words; '' where none is chosen. */
  licence: z.string().trim().max(200).default(''),
  authors: z.string().trim().max(1000).default(''),
  /** Where it will be found on the web. */
  address: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'This is no address of the web.' })])
    .default(''),
  /** How it was annotated. */
  method: z.string().trim().max(10_000).default(''),
  /** Whether annotators go out under their names, or as Annotator 1, 2, 3. */
  namesAnnotators: z.boolean().default(true),
  /** The same seed gives the same splits. */
  seed: z.int().min(0).max(0xffffffff).default(1),
  shares: Shares.default({ train: 80, dev: 10, test: 10 }),
})
export type PublicationTerms = z.infer<typeof PublicationTerms>

/** Licences that datasets usually have, by their SPDX identifiers. */
export const usualLicences = [
  'CC0-1.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'ODC-By-1.0',
  'ODbL-1.0',
] as const
