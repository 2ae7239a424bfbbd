import { CircleSlash, TriangleAlert } from 'lucide-react'
import type { CarryOffer } from '../../../preload/contract/copy.ts'
import { whatItHas } from '../../store/copies/what-comes-along.ts'
import { useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'

export interface OfferRowProps {
  id: string
  offer: CarryOffer
  isCurrent: boolean
  onPress: () => void
}

/** What would be tagged, where it comes from and where it would stand; a doubtful place says so. */
export function OfferRow({ id, offer, isCurrent, onPress }: OfferRowProps) {
  const { annotation, to, isDismissed, isCertain, same, words } = offer
  const tag = useWorkbench((state) => state.tags.find((one) => one.id === annotation.tagId))
  const from = useWorkbench((state) => state.documents.find((one) => one.id === annotation.documentId)?.title)
  const target = useWorkbench((state) => state.documents.find((one) => one.id === to.documentId)?.title)
  const has = whatItHas(annotation)
    .map(({ words }) => words)
    .join(' · ')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      className="copy-offer"
      data-dismissed={isDismissed || undefined}
      onClick={onPress}
    >
      <span className="copy-offer-tag">
        {tag && <TagSwatch color={tag.color} />}
        {tag?.name}
      </span>
      <span className="copy-offer-place" dir="auto">
        to <strong>{target}</strong>, as in {from}
      </span>
      <q className="copy-offer-words" dir="auto">
        {to.quote.join(' … ')}
      </q>
      {has !== '' && <span className="copy-offer-sign">Has {has}</span>}
      {isDismissed ? (
        <span className="copy-offer-sign">
          <Icon of={CircleSlash} size={13} /> Dismissed
        </span>
      ) : (
        !isCertain && (
          <span className="copy-offer-sign" data-doubtful>
            <Icon of={TriangleAlert} size={13} /> Doubtful: {same} of its {words} words stand there. In the
            original: “{annotation.quote.join(' … ')}”
          </span>
        )
      )}
    </div>
  )
}
