import { define } from './definition.ts'

export const fileCommands = define({
  'project.new': { title: 'New project…', menu: 'File', group: 1, keys: ['CmdOrCtrl+N'], needs: 'nothing' },
  'project.open': { title: 'Open project…', menu: 'File', group: 1, keys: ['CmdOrCtrl+O'], needs: 'nothing' },
  'project.sample': { title: 'Open the sample project', menu: 'File', group: 1, keys: [], needs: 'nothing' },
  'document.import': {
    title: 'Import documents…',
    menu: 'File',
    group: 2,
    keys: ['CmdOrCtrl+I'],
    needs: 'project',
  },
  'document.import-folder': {
    title: 'Import a folder…',
    menu: 'File',
    group: 2,
    keys: ['CmdOrCtrl+Shift+I'],
    needs: 'project',
  },
  'project.export': {
    title: 'Export dataset…',
    menu: 'File',
    group: 2,
    keys: ['CmdOrCtrl+E'],
    needs: 'project',
  },
  'project.save-copy': {
    title: 'Save a copy without history…',
    menu: 'File',
    group: 2,
    keys: [],
    needs: 'project',
  },
  'document.print': {
    title: 'Print…',
    menu: 'File',
    group: 3,
    keys: ['CmdOrCtrl+Shift+P'],
    needs: 'document',
  },
  'document.pdf': { title: 'Save as PDF…', menu: 'File', group: 3, keys: [], needs: 'document' },
  'project.rename': {
    title: 'Project name and description…',
    menu: 'File',
    group: 4,
    keys: [],
    needs: 'project',
  },
  'app.preferences': {
    title: 'Preferences…',
    menu: 'File',
    group: 4,
    keys: ['CmdOrCtrl+,'],
    needs: 'nothing',
  },
  'project.close': {
    title: 'Close project',
    menu: 'File',
    group: 5,
    keys: ['CmdOrCtrl+W'],
    needs: 'project',
  },
})
