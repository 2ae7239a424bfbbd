import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'

describe('the command line', () => {
  it('opens a project given by a relative path, a full path or a URL', () => {
    expect(readArguments(['rejoinder', 'tram.rejoinder'], 'packaged', '/home/ada')).toEqual({
      project: '/home/ada/tram.rejoinder',
    })
    expect(readArguments(['rejoinder', '/p/tram.rejoinder'], 'packaged', '/home/ada')).toEqual({
      project: '/p/tram.rejoinder',
    })
    expect(readArguments(['rejoinder', 'file:///p/a%20b.rejoinder'], 'packaged', '/')).toEqual({
      project: '/p/a b.rejoinder',
    })
  })

  it('passes over the folder of the program and the switches of Chromium', () => {
    const argv = ['electron', '--inspect=0', '--no-sandbox', '.', '--user-data-dir=/tmp/x', 'tram.rejoinder']
    expect(readArguments(argv, 'from-folder', '/p')).toEqual({ project: '/p/tram.rejoinder' })
    expect(readArguments(['electron', '--no-sandbox', '.'], 'from-folder', '/p')).toEqual({ project: null })
    expect(readArguments(['rejoinder', '--no-sandbox'], 'packaged', '/p')).toEqual({ project: null })
  })

  it('sets pages for a command when it is told so before any other word', () => {
    expect(readArguments(['electron', '--no-sandbox', '.', '--set-pages'], 'from-folder', '/')).toEqual({
      setsPages: true,
    })
    expect(readArguments(['rejoinder', '--set-pages'], 'packaged', '/')).toEqual({ setsPages: true })
    expect(readArguments(['rejoinder', 'a.rejoinder', '--set-pages'], 'packaged', '/')).toEqual({
      project: '/a.rejoinder',
    })
  })

  it('leaves the words after a command, switches included, to the command', () => {
    expect(
      readArguments(['rejoinder', '--no-sandbox', 'export', 'p', '--format', 'csv'], 'packaged', '/'),
    ).toEqual({
      command: ['export', 'p', '--format', 'csv'],
    })
    expect(readArguments(['electron', '.', 'formats', '--json'], 'from-folder', '/')).toEqual({
      command: ['formats', '--json'],
    })
  })
})
