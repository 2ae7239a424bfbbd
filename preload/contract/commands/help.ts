import { define } from './definition.ts'

export const helpCommands = define({
  'help.shortcuts': {
    title: 'Keyboard shortcuts',
    menu: 'Help',
    group: 1,
    keys: ['?', 'F1'],
    needs: 'nothing',
  },
  'help.single-keys': {
    title: 'Single-key shortcuts',
    menu: 'Help',
    group: 1,
    keys: [],
    toggle: true,
    needs: 'nothing',
  },
  'help.guide': { title: 'First steps', menu: 'Help', group: 1, keys: [], needs: 'nothing' },
  'help.about': { title: 'About Rejoinder', menu: 'Help', group: 2, keys: [], needs: 'nothing' },
})
