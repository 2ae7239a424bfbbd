import type { TextFieldProps } from 'react-aria-components'

type Handler = NonNullable<TextFieldProps['onKeyDown']>

/**
 * React Aria keeps every key press of a field to itself once somebody listens there. Here a press goes on to the
 * window, whose keys (F1, F6) act while typing too, unless the handler calls `stopPropagation`.
 */
export function passOn(handler: Handler): Handler {
  return (event) => {
    let stopped = false
    const stopPropagation = () => {
      stopped = true
    }
    handler({ ...event, stopPropagation })
    if (!stopped) event.continuePropagation()
  }
}
