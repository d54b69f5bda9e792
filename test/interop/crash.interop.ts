/** Intake under kills at its full size. */
process.env['CRASH_PAPERS'] ??= '500'
process.env['CRASH_KILLS'] ??= '10'
await import('../crash.test.ts')
