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
  'view.claims': {
    title: 'Claims',
    menu: 'Analyse',
    group: 1,
    keys: ['CmdOrCtrl+Shift+K'],
    toggle: true,
    needs: 'project',
  },
  'view.speakers': {
    title: 'Speakers',
    menu: 'Analyse',
    group: 1,
    keys: ['Alt+7'],
    toggle: true,
    needs: 'project',
  },
  'claim.new': {
    title: 'New claim without a mention…',
    menu: 'Analyse',
    group: 2,
    keys: [],
    needs: 'project',
  },
  'answer.candidates': {
    title: 'Candidate answers',
    menu: 'Analyse',
    group: 2,
    keys: ['W'],
    needs: 'claim',
  },
  'answer.cues': { title: 'Cue words…', menu: 'Analyse', group: 2, keys: [], needs: 'project' },
  'view.search': {
    title: 'Search',
    menu: 'Analyse',
    group: 1,
    keys: ['CmdOrCtrl+Alt+F'],
    toggle: true,
    needs: 'project',
  },
})
