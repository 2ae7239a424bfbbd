import type { ReactNode } from 'react'
import { Tabs as AriaTabs, type Key, Tab, TabList, TabPanel } from 'react-aria-components'
import './tabs.css'

export interface TabsProps<T extends Key> {
  label: string
  tabs: readonly { id: T; title: string; content: ReactNode }[]
  value?: T
  onChange?: (value: T) => void
}

export function Tabs<T extends Key>({ label, tabs, value, onChange }: TabsProps<T>) {
  return (
    <AriaTabs
      className="ui-tabs"
      {...(value === undefined ? {} : { selectedKey: value })}
      onSelectionChange={(key) => onChange?.(key as T)}
    >
      <TabList className="ui-tab-list" aria-label={label}>
        {tabs.map(({ id, title }) => (
          <Tab key={id} id={id} className="ui-tab">
            {title}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="ui-tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
