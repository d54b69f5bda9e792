/** The story by the command line too, each step a process of its own. */
process.env['SCENARIO_CLI'] ??= 'yes'
await import('../scenario.test.ts')
