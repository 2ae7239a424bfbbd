import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components'
import { Icon } from './Icon.tsx'
import './disclosure.css'

export interface DisclosureProps {
  title: ReactNode
  children: ReactNode
  isOpenAtFirst?: boolean
  /** Of the heading. */
  level?: number
}

/** A heading that shows and hides what stands under it. */
export function Disclosure({ title, children, isOpenAtFirst = false, level = 3 }: DisclosureProps) {
  return (
    <AriaDisclosure className="ui-disclosure" defaultExpanded={isOpenAtFirst}>
      <Heading level={level}>
        <Button slot="trigger" className="ui-disclosure-button">
          <Icon of={ChevronRight} size={14} className="ui-disclosure-sign" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="ui-disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  )
}
