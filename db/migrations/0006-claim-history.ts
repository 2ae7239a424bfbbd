import type { Migration } from './migration.ts'

/**
 * Which steps of the history touched a claim: its own row, the annotations that came to state it or stopped, the links
 * that end at it. Indexes of these few changes alone, so that a claim’s past is found without reading the whole log.
 */
export const claimHistory: Migration = {
  version: 6,
  up(db) {
    db.exec(`
      CREATE INDEX change_of_claim ON change (row_id) WHERE table_name = 'claim';

      CREATE INDEX change_to_claim ON change (after ->> '$.claim_id')
        WHERE table_name = 'annotation' AND before ->> '$.claim_id' IS NOT after ->> '$.claim_id';
      CREATE INDEX change_from_claim ON change (before ->> '$.claim_id')
        WHERE table_name = 'annotation' AND before ->> '$.claim_id' IS NOT after ->> '$.claim_id';

      CREATE INDEX change_of_link_from_claim ON change (coalesce(after, before) ->> '$.source_claim_id')
        WHERE table_name = 'link' AND coalesce(after, before) ->> '$.source_claim_id' IS NOT NULL;
      CREATE INDEX change_of_link_to_claim ON change (coalesce(after, before) ->> '$.target_claim_id')
        WHERE table_name = 'link' AND coalesce(after, before) ->> '$.target_claim_id' IS NOT NULL;
    `)
  },
}
