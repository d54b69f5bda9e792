import { createTheme } from '@mantine/core'

/** What Mantine must know in script; every colour and size stands in tokens.css and theme/mantine.css. */
export const theme = createTheme({
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'sm',
  fontFamily: 'var(--font)',
  components: {
    Popover: { defaultProps: { offset: 6, transitionProps: { transition: 'fade', duration: 140 } } },
    Modal: { defaultProps: { transitionProps: { transition: 'fade', duration: 140 }, centered: false } },
  },
})
