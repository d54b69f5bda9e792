import './tokens.css'
import '@mantine/core/styles/Popover.layer.css'
import './mantine.css'
import './print.css'

export { theme } from './theme.ts'
