import './tokens.css'
import '@mantine/core/styles/Popover.layer.css'
import './mantine.css'

export { theme } from './theme.ts'
