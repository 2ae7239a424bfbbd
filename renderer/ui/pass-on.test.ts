import { createElement, type KeyboardEventHandler } from 'react'
import { useKeyboard } from 'react-aria/useKeyboard'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { passOn } from './pass-on.ts'

/** Presses a key in a field of React Aria; tells whether the window hears of it. */
function reachesTheWindow(handler: Parameters<typeof passOn>[0]): boolean {
  let press: KeyboardEventHandler | undefined
  const Field = () => {
    press = useKeyboard({ onKeyDown: passOn(handler) }).keyboardProps.onKeyDown
    return null
  }
  renderToStaticMarkup(createElement(Field))
  const stopPropagation = vi.fn()
  press?.({ key: 'F1', preventDefault() {}, stopPropagation } as never)
  return stopPropagation.mock.calls.length === 0
}

test('a key that a field has no use for goes on to the window', () => {
  expect(reachesTheWindow(() => {})).toBe(true)
})

test('a key that a field has stopped does not', () => {
  expect(reachesTheWindow((event) => event.stopPropagation())).toBe(false)
})

test('the handler gets the key', () => {
  const handler = vi.fn()
  reachesTheWindow(handler)
  expect(handler).toHaveBeenCalledWith(expect.objectContaining({ key: 'F1' }))
})
