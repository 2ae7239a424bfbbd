import type { ClaimId } from '../../../preload/contract/ids.ts'
import { request } from '../../client.ts'
import { mergeClaims } from '../../commands/claims.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { MergeInto } from '../changing/MergeInto.tsx'
import { mergeInWords } from './changes-in-words.ts'

/** Makes several claims one. The one with most mentions is offered to stay. */
export function MergeClaims({ ids, onClose }: { ids: ClaimId[]; onClose: () => void }) {
  const claims = useWorkbench((state) => state.claims)
  const chosen = claims.filter(({ id }) => ids.includes(id)).sort((a, b) => b.mentions - a.mentions)
  return (
    <MergeInto
      what="claims"
      description="They become one claim, stated by all their passages."
      label="The claim that stays, with its statement"
      choices={chosen.map(({ id, statement, mentions }) => ({
        id,
        title: statement,
        description: countOf(mentions, 'mention'),
      }))}
      ask={async (merging) => mergeInWords(await request('claim.previewMerge', merging))}
      merge={(merging) => mergeClaims(merging).catch(showFailure)}
      onClose={onClose}
    />
  )
}
