import type { ArgumentMap } from '../../../preload/contract/argument-map.ts'
import type { Types } from '../../argument-map/as-elk-graph.ts'
import { nameOf } from '../../argument-map/drawing.ts'
import { footOf } from '../../argument-map/foot.ts'
import { openInMap } from '../../commands/argument-map.ts'
import { showFailure } from '../../store/notices.ts'
import { textOf } from './in-words.ts'

/** The same map as a list: each claim with what it does to others and what is done to it, to be read out. */
export function MapOutline({ map, types }: { map: ArgumentMap; types: Types }) {
  const ontoLink = (key: string) => map.links.filter(({ target }) => target === key)
  return (
    <ol className="map-outline" aria-label="Argument map as a list">
      {map.nodes.map((node) => (
        <li key={node.key}>
          <button
            type="button"
            className="map-outline-node"
            data-area-start
            onClick={() => openInMap(map, node.key).catch(showFailure)}
          >
            <span dir="auto">{node.text}</span>
            <span className="map-outline-facts">{footOf(node)}</span>
          </button>
          <ul>
            {map.links
              .filter(({ source, target }) => source === node.key || target === node.key)
              .map((link) => {
                const type = types.get(link.linkTypeId)
                const outgoing = link.source === node.key
                return (
                  <li key={link.key} dir="auto">
                    {outgoing ? '' : `${textOf(map, link.source)} `}
                    <strong>{type ? nameOf(link, type) : ''}</strong>{' '}
                    {outgoing ? textOf(map, link.target) : 'this'}
                    {ontoLink(link.key).map((onto) => (
                      <span key={onto.key} className="map-outline-facts">
                        {` — ${textOf(map, onto.source)} ${types.get(onto.linkTypeId)?.name ?? ''} this step`}
                      </span>
                    ))}
                  </li>
                )
              })}
          </ul>
        </li>
      ))}
    </ol>
  )
}
