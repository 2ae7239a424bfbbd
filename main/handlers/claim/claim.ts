import { Failure } from '../../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { liveClaimIndex } from '../../claims/live-claim-index.ts'
import type { ProjectContext } from '../../project-context.ts'
import { claimSummaries } from '../../summaries/claim-summaries.ts'
import { typing } from '../typing.ts'
import { counted } from '../words.ts'
import { claimCard } from './claim-card.ts'
import { brief } from './described-ends.ts'
import { mergeClaims } from './merge-claims.ts'
import { splitClaim } from './split-claim.ts'

export function claimHandlers({ project }: ProjectContext): ProjectHandlers['claim'] {
  const { history, newUid, now, repositories } = project
  const { annotationHits, annotations, claims } = repositories
  const summaries = claimSummaries(project)
  const index = liveClaimIndex(project)

  return {
    list: () => claims.list(),
    packed: summaries.packed,
    summaries: ({ ids }) => summaries.some(ids),
    mentions({ id }) {
      claims.get(id)
      return annotationHits.listByClaim(id)
    },
    async card({ id }) {
      const [summary] = await summaries.some([id])
      return { ...claimCard(repositories, id), answered: summary?.answered ?? false }
    },

    async likely({ annotationIds, words, limit }) {
      const found = await index()
      const passages = annotationHits.listByIds(annotationIds).flatMap(({ quote }) => quote)
      return found.find(passages.join('\n'), words, limit).map(({ id, shared, likeness }) => {
        const { statement, mentions } = claims.get(id)
        return { id, statement, mentions, shared, likeness }
      })
    },

    create({ statement, note }) {
      const created = now()
      const id = history.record('add claim', () => claims.insert({ uid: newUid(), statement, note, created }))
      return claims.get(id)
    },

    state({ annotationIds, claim }) {
      const before = [...new Set(annotationIds)].map((one) => annotations.get(one))
      const known = 'id' in claim ? claims.get(claim.id) : undefined
      const those = before.length === 1 ? '' : ` of ${before.length} passages`
      const label = known ? `state a claim${those}` : `state a new claim${those}`
      return history.record(label, () => {
        const id =
          known?.id ??
          claims.insert({
            uid: newUid(),
            statement: 'statement' in claim ? claim.statement : '',
            note: '',
            created: now(),
          })
        const changed = before.filter((one) => claims.addMention(id, one.id))
        const taken = changed.filter(({ claimId }) => claimId !== null).length
        return { claim: claims.get(id), changed: changed.length, taken }
      })
    },

    update({ id, change }) {
      claims.get(id)
      const label = change.statement === undefined ? 'edit note on claim' : 'edit claim'
      history.record(label, () => claims.update(id, change), typing(`claim ${id}`, change))
      return claims.get(id)
    },
    delete({ ids }) {
      const those = [...new Set(ids)]
      history.record(`delete ${counted(those.length, 'claim', 'claims')}`, () => {
        for (const id of those)
          if (!claims.delete(id)) throw new Failure('not-found', 'This claim is not there any more.')
      })
    },

    merge(request) {
      const { statement } = claims.get(request.into)
      const label = `merge ${counted(request.ids.length, 'a claim', 'claims')} into “${brief(statement)}”`
      return history.record(label, () => mergeClaims(project, request))
    },
    previewMerge: (request) => history.rehearse(() => mergeClaims(project, request)),

    split(request) {
      const label = `split ${counted(request.mentions.length, 'one mention', 'mentions')} off a claim`
      return history.record(label, () => splitClaim(project, request))
    },
    previewSplit: (request) => ({ ...history.rehearse(() => splitClaim(project, request)), id: null }),
  }
}
