import { define } from './definition.ts'

export const analyseCommands = define({
  'view.table': {
    title: 'Table of documents',
    menu: 'Analyse',
    group: 1,
    keys: ['CmdOrCtrl+Shift+D'],
    toggle: true,
    needs: 'project',
  },
})
