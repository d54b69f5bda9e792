import './tokens.css'
import '@mantine/core/styles/Popover.layer.css'
import './mantine.css'
import './print.css'
// Controls stand on every page, also those of pages that draw their own.
import '../kit/form/form.css'

export { theme } from './theme.ts'
