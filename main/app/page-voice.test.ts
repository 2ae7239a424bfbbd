import { expect, it } from 'vitest'
import type { Event } from '../../preload/contract/events.ts'
import { pageVoice } from './page-voice.ts'

it('tells a page that comes late what it could not have asked for, in order', () => {
  const heard: Event[] = []
  const voice = pageVoice((event) => heard.push(event))
  voice.tell({ type: 'refused', message: 'No such project.' })
  voice.tell({ type: 'opened' })
  voice.tell({ type: 'recovered', message: 'It is there.' })
  expect(heard).toEqual([])

  voice.pageReady()
  voice.tell({ type: 'opened' })
  expect(heard.map((event) => event.type)).toEqual(['refused', 'recovered', 'opened'])

  voice.pageGone()
  voice.tell({ type: 'refused', message: 'Again.' })
  voice.pageReady()
  expect(heard).toHaveLength(4)
})
