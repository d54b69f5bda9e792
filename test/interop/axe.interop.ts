/** Every page as axe sees it in light and dark and on the phone: what npm test looks at in light on a wide screen. */
process.env['AXE_LOOKS'] = 'all'
await import('../journeys/axe.test.ts')
