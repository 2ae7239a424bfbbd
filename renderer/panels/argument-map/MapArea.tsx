import { Download, Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { type ArgumentMap, mostNodes } from '../../../preload/contract/argument-map.ts'
import type { Types } from '../../argument-map/as-elk-graph.ts'
import type { Drawing } from '../../argument-map/drawing.ts'
import { fitting, zoomed } from '../../argument-map/places.ts'
import { request } from '../../client.ts'
import { changeMap, type MapFile, saveMap, showMapOf } from '../../commands/argument-map.ts'
import { useAnswer, useUnchanged } from '../../store/argument/use-answer.ts'
import { useCommits } from '../../store/commits.ts'
import { countOf } from '../../store/counting.ts'
import { showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { MenuButton, MenuItem } from '../../ui/Menu.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { Stepper } from '../../ui/Stepper.tsx'
import { Done } from '../middle/Done.tsx'
import { ImportFirst } from '../middle/ImportFirst.tsx'
import { MapCanvas, roomOf } from './MapCanvas.tsx'
import { MapOutline } from './MapOutline.tsx'
import { useDrawing } from './use-drawing.ts'
import './map.css'

const files: readonly [MapFile, string][] = [
  ['svg', 'SVG…'],
  ['png', 'PNG, twice as large…'],
  ['graphml', 'GraphML…'],
  ['dot', 'DOT (Graphviz)…'],
]

/** Claims and what is said for and against them, as a drawing or as a list. */
export function MapArea() {
  const { asked, shown } = useWorkbench((state) => state.argumentMap)
  const hasClaims = useWorkbench((state) => state.claims.length > 0)
  const hasDocuments = useWorkbench((state) => state.documents.length > 0)
  const commits = useCommits()
  const linkTypes = useWorkbench((state) => state.linkTypes)
  const types: Types = useMemo(() => new Map(linkTypes.map((type) => [type.id, type])), [linkTypes])
  const map = useUnchanged(
    useAnswer(`${JSON.stringify(asked)} ${commits}`, () => request('argumentMap.get', asked)),
  )
  const area = useRef<HTMLElement>(null)
  const { drawing, isBusy, cancel } = useDrawing(map, types, area)
  return (
    <section ref={area} className="middle map" data-area="map" tabIndex={-1} aria-label="Argument map">
      <MapBar map={map} drawing={drawing} types={types} />
      {map && map.leftOut > 0 && (
        <p className="map-notice">
          {`${countOf(map.leftOut, 'more node')} ${map.leftOut === 1 ? 'belongs' : 'belong'} here; a map shows no more than ${mostNodes}.${hasClaims ? ` Choose fewer claims${asked.claims.length > 0 ? ' or a smaller depth' : ' in the view of claims and press the key of the map there'}.` : ''}`}
        </p>
      )}
      {map && map.passagesLeftOut > 0 && (
        <p className="map-notice">
          {`${countOf(map.passagesLeftOut, 'linked passage')} that ${map.passagesLeftOut === 1 ? 'states' : 'state'} no claim ${map.passagesLeftOut === 1 ? 'is' : 'are'} not shown.`}{' '}
          <Button
            look="quiet"
            onPress={() => changeMap({ asked: { ...asked, passages: true }, place: null })}
          >
            Show {map.passagesLeftOut === 1 ? 'it' : 'them'}
          </Button>
        </p>
      )}
      {isBusy && (
        <p className="map-notice" role="status">
          Laying out the map <Button onPress={cancel}>Stop</Button>
        </p>
      )}
      {map?.nodes.length === 0 && !hasDocuments ? (
        <ImportFirst>
          The map shows claims and what is said for and against them, once texts are annotated.
        </ImportFirst>
      ) : map?.nodes.length === 0 ? (
        <EmptyState title="Nothing to draw yet">
          The map shows claims and passages that are linked. Link a passage to what it answers, and both come
          here.
        </EmptyState>
      ) : shown === 'outline' && map ? (
        <MapOutline map={map} types={types} />
      ) : (
        map && drawing && <MapCanvas map={map} drawing={drawing} types={types} />
      )}
    </section>
  )
}

function MapBar({
  map,
  drawing,
  types,
}: {
  map: ArgumentMap | undefined
  drawing: Drawing | null
  types: Types
}) {
  const { asked, shown } = useWorkbench((state) => state.argumentMap)
  const { claims, depth } = asked
  const drawn = map?.nodes.length ? drawing : null
  const toDepth = (next: number) => changeMap({ asked: { ...asked, depth: next }, place: null })
  const room = () => roomOf(document.querySelector('.map-canvas'))
  const hasClaims = useWorkbench((state) => state.claims.length > 0)
  const by = (factor: number) => {
    const { place } = workbench.getState().argumentMap
    if (place) changeMap({ place: zoomed(place, factor) })
  }
  return (
    <header className="middle-bar map-bar">
      <h1>
        {map?.nodes.length && !hasClaims
          ? 'Linked passages'
          : claims.length === 0
            ? 'All claims'
            : claims.length === 1
              ? 'One claim and its neighbours'
              : `${countOf(claims.length, 'claim')} and their neighbours`}
      </h1>
      {claims.length > 0 && (
        <>
          <Stepper
            label="Depth"
            value={depth}
            words={countOf(depth, 'link')}
            min={1}
            max={6}
            onStep={(step) => toDepth(step === 0 ? 2 : Math.min(6, Math.max(1, depth + step)))}
          />
          <Button look="quiet" onPress={() => showMapOf([])}>
            All claims
          </Button>
        </>
      )}
      {claims.length === 0 && asked.passages && (
        <Button look="quiet" onPress={() => changeMap({ asked: { ...asked, passages: false }, place: null })}>
          Claims only
        </Button>
      )}
      <Segmented
        label="Show as"
        options={[
          { id: 'map', title: 'Map' },
          { id: 'outline', title: 'List' },
        ]}
        value={shown}
        onChange={(next) => changeMap({ shown: next })}
      />
      {shown === 'map' && drawn && (
        <>
          <IconButton icon={ZoomOut} label="Smaller" shortcut="-" onPress={() => by(0.8)} />
          <IconButton icon={ZoomIn} label="Larger" shortcut="+" onPress={() => by(1.25)} />
          <IconButton
            icon={Maximize}
            label="All of it"
            shortcut="0"
            onPress={() => changeMap({ place: fitting(room(), drawn) })}
          />
        </>
      )}
      {map && drawn && (
        <MenuButton
          label="Save the map"
          placement="bottom end"
          trigger={
            <Button look="quiet" icon={Download}>
              Save as
            </Button>
          }
        >
          {files.map(([as, title]) => (
            <MenuItem key={as} onAction={() => saveMap(map, types, drawn, as).catch(showFailure)}>
              {title}
            </MenuItem>
          ))}
        </MenuButton>
      )}
      <Done view="view.map" />
    </header>
  )
}
