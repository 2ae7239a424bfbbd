import { define } from './definition.ts'

export const editCommands = define({
  'history.undo': { title: 'Undo', menu: 'Edit', group: 1, keys: ['CmdOrCtrl+Z'], needs: 'project' },
  'history.redo': {
    title: 'Redo',
    menu: 'Edit',
    group: 1,
    keys: ['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Y'],
    needs: 'project',
  },
})
